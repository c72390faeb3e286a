// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.artifact.DefaultModel;
import dev.weir.cli.forecast.ForecastFormat;
import dev.weir.cli.forecast.FreeRun;
import dev.weir.cli.forecast.PathConfig;
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

/** What may come next. */
@Command(
    name = "forecast",
    description =
        "Draw paths of the points to come: the model is shown what it drew as if it had come. Prints median, mean and bands of each step.")
public final class ForecastCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description = "CSV file, or folder of them: a time column and value columns.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      defaultValue = DefaultModel.NAME,
      description =
          "The model; default is the one that comes with Weir (default: ${DEFAULT-VALUE}).")
  private Path model = Path.of("");

  @Option(
      names = "--horizon",
      paramLabel = "H",
      defaultValue = "24",
      description = "Steps beyond the last point (default: ${DEFAULT-VALUE}).")
  private int horizon;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "500",
      description = "Paths that are drawn (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "The last time that is known, ISO-8601 or epoch; unless given, the end of each series.")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--series",
      paramLabel = "NAME",
      description = "Only this series; unless given, all of them.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ForecastFormat format = ForecastFormat.TABLE;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DetectorModel detector = DefaultModel.resolve(model).model();
    FreeRun run = new FreeRun(detector, new PathConfig(horizon, samples, seed));
    long atMillis = at.map(EventTime::parseMillis).orElse(Long.MAX_VALUE);
    PrintWriter out = spec.commandLine().getOut();
    History history = history(detector);
    history.warnings().forEach(spec.commandLine().getErr()::println);
    out.print(format.header());
    for (RecordedSeries series : wanted(history)) {
      out.print(format.text(run.of(series, atMillis)));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private History history(DetectorModel detector) throws IOException {
    ColumnsAs columns = detector.features().size() > 1 ? ColumnsAs.FEATURES : ColumnsAs.SERIES;
    return new CsvFolder(data, CsvConfig.DEFAULT.withColumnsAs(columns)).read();
  }

  private List<RecordedSeries> wanted(History history) {
    List<RecordedSeries> wanted =
        history.series().stream()
            .filter(series -> only.isEmpty() || only.get().equals(series.name()))
            .toList();
    if (wanted.isEmpty()) {
      throw new UntrainableException(
          "no such series: series="
              + only.orElse("")
              + ", found="
              + history.series().stream().map(RecordedSeries::name).limit(10).toList());
    }
    return wanted;
  }
}
