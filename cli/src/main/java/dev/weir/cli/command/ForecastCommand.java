// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.artifact.DefaultModel;
import dev.weir.cli.forecast.ForecastFormat;
import dev.weir.cli.forecast.PathConfig;
import dev.weir.cli.forecast.PathSampler;
import dev.weir.cli.topic.TerminalText;
import dev.weir.detect.DetectorModel;
import dev.weir.event.EventTime;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.ColumnsAs;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.history.CsvFolder;
import dev.weir.trainer.history.History;
import dev.weir.trainer.history.UntrainableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir forecast}: samples future paths of series. */
@Command(
    name = "forecast",
    description =
        "Sample future paths of series: each sampled point is fed back into the model. Prints median, mean and bands of each step.")
public final class ForecastCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description = "CSV file, or folder of CSV files, with a time column and value columns.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      defaultValue = DefaultModel.NAME,
      description =
          "Model artifact, or default, the model that is included in Weir (default: ${DEFAULT-VALUE}).")
  private Path model = Path.of("");

  @Option(
      names = "--horizon",
      paramLabel = "H",
      defaultValue = "24",
      description = "Number of steps after the last point (default: ${DEFAULT-VALUE}).")
  private int horizon;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "500",
      description = "Number of sampled paths (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "Time of the last point to use, ISO-8601 or epoch (default: the end of each series).")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--series",
      paramLabel = "NAME",
      description = "Name of the series to forecast (default: all series).")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ForecastFormat format = ForecastFormat.TABLE;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DetectorModel detector = DefaultModel.resolve(model).model();
    PathSampler sampler = new PathSampler(detector, new PathConfig(horizon, samples, seed));
    long atMillis = at.map(EventTime::parseMillis).orElse(Long.MAX_VALUE);
    PrintWriter out = spec.commandLine().getOut();
    History history = history(detector);
    history.warnings().stream()
        .map(TerminalText::escape)
        .forEach(spec.commandLine().getErr()::println);
    out.print(format.header());
    for (RecordedSeries series : selected(history)) {
      out.print(format.text(sampler.sample(series, atMillis)));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private History history(DetectorModel detector) throws IOException {
    ColumnsAs columns = detector.features().size() > 1 ? ColumnsAs.FEATURES : ColumnsAs.SERIES;
    return new CsvFolder(data, CsvConfig.DEFAULT.withColumnsAs(columns)).read();
  }

  private List<RecordedSeries> selected(History history) {
    List<RecordedSeries> selected =
        history.series().stream()
            .filter(series -> only.isEmpty() || only.get().equals(series.name()))
            .toList();
    if (selected.isEmpty()) {
      throw new UntrainableException(
          "the series does not exist: series="
              + only.orElse("")
              + ", found="
              + history.series().stream().map(RecordedSeries::name).limit(10).toList());
    }
    return selected;
  }
}
