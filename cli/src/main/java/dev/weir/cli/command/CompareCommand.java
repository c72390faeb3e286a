// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.evaluation.compare.FamilyComparison;
import dev.weir.evaluation.compare.FamilyTable;
import dev.weir.evaluation.compare.Variant;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.CsvFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir compare}: trains every kind of cell on the same history. */
@Command(
    name = "compare",
    description =
        "Train every kind of cell on the same history for the same CPU time. Prints a table of forecast accuracy, NAB score, gradients, time per step and bytes per series; progress goes to standard error.")
public final class CompareCommand implements Callable<Integer> {

  /** More epochs than any cell completes, so that the time limit ends a fit. */
  private static final TrainingOptions DEFAULTS =
      TrainingOptions.DEFAULTS.withFit(FitConfig.DEFAULT.withEpochs(1000));

  @Parameters(
      paramLabel = "DATA",
      description = "Folder of *.csv and *.csv.gz files with a time column and value columns.")
  private Path data = Path.of("");

  @Option(
      names = "--nab",
      paramLabel = "DIR",
      description = "Score each model on this NAB corpus, too: windows.json and category/file.csv.")
  private Optional<Path> nab = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "CPU time of each fit (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--options-only",
      description = "Skip the table of cells; print only the tables of the options below.")
  private boolean optionsOnly;

  @Option(
      names = "--windows",
      split = ",",
      paramLabel = "N",
      description =
          "Compare these lengths of back-propagation through time in an LSTM; full: the whole sequence.")
  private List<String> windows = List.of();

  @Option(
      names = "--forget-biases",
      split = ",",
      paramLabel = "X",
      description = "Compare these initial biases of an LSTM's forget gate.")
  private List<BigDecimal> forgetBiases = List.of();

  @Option(
      names = "--clip-norms",
      split = ",",
      paramLabel = "X",
      description =
          "Compare these gradient norm limits in an Elman network and an LSTM; 0: no limit.")
  private List<BigDecimal> clipNorms = List.of();

  @Mixin private TrainingFlags trainingFlags = new TrainingFlags(DEFAULTS);

  @ArgGroup(validate = false, heading = HistoryFlags.HEADING)
  private HistoryFlags historyFlags = new HistoryFlags();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    TrainingOptions options = options();
    Map<String, List<Variant>> tables = tables(options);
    Optional<NabCorpus> corpus =
        nab.isPresent() ? Optional.of(NabCorpus.read(nab.get())) : Optional.empty();
    FamilyComparison comparison =
        new FamilyComparison(
            new CsvFolder(data, options.csv()),
            corpus,
            TrainingEnvironment.printingTo(spec.commandLine().getErr()),
            new Bootstrap(options.fit().seed()));
    for (Map.Entry<String, List<Variant>> table : tables.entrySet()) {
      spec.commandLine()
          .getOut()
          .println(FamilyTable.of(table.getKey(), comparison.measure(table.getValue())));
      spec.commandLine().getOut().flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private TrainingOptions options() {
    TrainingOptions options = trainingFlags.applyTo(DEFAULTS);
    return options
        .withFit(options.fit().withSecondsLimit(seconds))
        .withCsv(historyFlags.applyTo(options.csv()));
  }

  /** Returns headings and rows; parses every option before training starts. */
  private Map<String, List<Variant>> tables(TrainingOptions options) {
    Map<String, List<Variant>> tables = new LinkedHashMap<>();
    tables.put("cell", Variant.cells(options));
    tables.put("lstm, window", Variant.windows(options, windows));
    tables.put("lstm, forget bias", Variant.forgetBiases(options, forgetBiases));
    tables.put("cell, largest gradient norm", Variant.clipNorms(options, clipNorms));
    tables.values().removeIf(List::isEmpty);
    if (optionsOnly) {
      tables.remove("cell");
    }
    return tables;
  }
}
