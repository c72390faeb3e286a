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

/** What {@code weir evaluate} measures on. */
final class EvaluationData {

  /** How pages name the folders and the model, wherever they lie. */
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
      description =
          "The Numenta Anomaly Benchmark: a folder with windows.json and category/file.csv.")
  Optional<Path> nab = Optional.empty();

  @Option(
      names = "--series",
      paramLabel = "DIR",
      description =
          "A folder with unlabelled/, kpi/ and smd/: the same as --budgets and --forecast of the first and --detection of the others.")
  private Optional<Path> series = Optional.empty();

  @Option(
      names = "--detection",
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders of CSV files with a column label: precision, recall, delay.")
  private List<Path> detection = new ArrayList<>();

  @Option(
      names = "--budgets",
      paramLabel = "DATA",
      arity = "1..*",
      description =
          "Folders or CSV files without labels: alerts opened at 1 a day, a week and a month against those asked for; generated series are added.")
  private List<Path> budgets = new ArrayList<>();

  @Option(
      names = "--forecast",
      paramLabel = "DATA",
      arity = "1..*",
      description =
          "Folders or CSV files: forecasts on held-out time against persistence, seasonal naive and AR(8).")
  private List<Path> forecast = new ArrayList<>();

  @Option(
      names = "--causes",
      description =
          "Generate hosts of coupled features with anomalies in one of them, train a joint model on them: whether its alerts name that feature. About a minute.")
  boolean causes;

  boolean isEmpty() {
    return nab.isEmpty() && !needsModel();
  }

  /** Whether anything is asked for that scores alone can't tell. */
  boolean needsModel() {
    return series.isPresent()
        || !detection.isEmpty()
        || !budgets.isEmpty()
        || !forecast.isEmpty()
        || causes;
  }

  List<Path> detectionFolders() {
    return with(detection, "kpi", "smd");
  }

  List<Path> budgetFolders() {
    return with(budgets, "unlabelled");
  }

  List<Path> forecastFolders() {
    return with(forecast, "unlabelled", "kpi");
  }

  private List<Path> with(List<Path> given, String... below) {
    List<Path> all = new ArrayList<>(given);
    for (String folder : below) {
      series.map(root -> root.resolve(folder)).ifPresent(all::add);
    }
    return all;
  }

  /**
   * The command as given: folders and files by names that say what they are, and without what
   * changes no figure.
   */
  static String command(CommandSpec spec) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> !WITHOUT_EFFECT.contains(option.longestName()))
        .map(option -> option.longestName() + value(option.longestName(), option.getValue()))
        .collect(Collectors.joining(" ", "weir evaluate ", ""));
  }

  private static String value(String option, Object value) {
    if (value instanceof Boolean) {
      return "";
    }
    return " " + named(option, value);
  }

  private static String named(String option, Object value) {
    return value.equals(Optional.of(Path.of(DefaultModel.NAME)))
        ? DefaultModel.NAME
        : NAMES.getOrDefault(option, String.valueOf(value));
  }
}
