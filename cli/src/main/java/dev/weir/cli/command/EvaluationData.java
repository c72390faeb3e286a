// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.artifact.DefaultModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of {@code weir evaluate} that name data. */
final class EvaluationData {

  /** Placeholders for paths, by option. */
  private static final Map<String, String> NAMES =
      Map.of(
          "--nab", "NAB",
          "--series", "SERIES",
          "--model", "MODEL",
          "--scores", "SCORES",
          "--evidence", "docs/evidence",
          "--detection", "LABELLED",
          "--budgets", "DATA",
          "--forecast", "DATA");

  private static final Set<String> WITHOUT_EFFECT = Set.of("--scores-out", "--files", "--brokers");

  @Option(
      names = "--nab",
      paramLabel = "DIR",
      description = "Folder of the Numenta Anomaly Benchmark: windows.json and category/file.csv.")
  Optional<Path> nab = Optional.empty();

  @Option(
      names = "--series",
      paramLabel = "DIR",
      description =
          "Folder with subfolders: unlabelled for --budgets, kpi and smd for --detection, unlabelled and kpi for --forecast.")
  private Optional<Path> series = Optional.empty();

  @Option(
      names = "--detection",
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Folders of CSV files with a column label: measure precision, recall and delay.")
  private List<Path> detection = new ArrayList<>();

  @Option(
      names = "--budgets",
      paramLabel = "DATA",
      arity = "1..*",
      description =
          "Folders or CSV files without labels: compare the alerts opened at budgets of 1 per day, week and month with the budget; generated series are added.")
  private List<Path> budgets = new ArrayList<>();

  @Option(
      names = "--forecast",
      paramLabel = "DATA",
      arity = "1..*",
      description =
          "Folders or CSV files: compare forecasts of held-out time with persistence, seasonal naive and AR(8).")
  private List<Path> forecast = new ArrayList<>();

  @Option(
      names = "--causes",
      description =
          "Train a joint model on generated hosts with an anomaly in one of their coupled features; measure how often its alerts name that feature. Takes about a minute.")
  boolean causes;

  boolean isEmpty() {
    return nab.isEmpty() && !needsModel();
  }

  /** Returns whether a measure needs a model, not only scores. */
  boolean needsModel() {
    return series.isPresent()
        || !detection.isEmpty()
        || !budgets.isEmpty()
        || !forecast.isEmpty()
        || causes;
  }

  List<Path> detectionFolders() {
    return withSeries(detection, "kpi", "smd");
  }

  List<Path> budgetFolders() {
    return withSeries(budgets, "unlabelled");
  }

  List<Path> forecastFolders() {
    return withSeries(forecast, "unlabelled", "kpi");
  }

  private List<Path> withSeries(List<Path> given, String... subfolders) {
    List<Path> all = new ArrayList<>(given);
    for (String folder : subfolders) {
      series.map(root -> root.resolve(folder)).ifPresent(all::add);
    }
    return all;
  }

  /** Returns the command with placeholders for paths, without options that change no figure. */
  static String command(CommandSpec spec) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> !WITHOUT_EFFECT.contains(option.longestName()))
        .map(option -> option.longestName() + argument(option.longestName(), option.getValue()))
        .collect(Collectors.joining(" ", "weir evaluate ", ""));
  }

  private static String argument(String option, Object value) {
    if (value instanceof Boolean) {
      return "";
    }
    return " " + placeholder(option, value);
  }

  private static String placeholder(String option, Object value) {
    return value.equals(Optional.of(Path.of(DefaultModel.NAME)))
        ? DefaultModel.NAME
        : NAMES.getOrDefault(option, String.valueOf(value));
  }
}
