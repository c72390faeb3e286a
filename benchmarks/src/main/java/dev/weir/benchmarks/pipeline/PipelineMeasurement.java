// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.cell.Usage;
import dev.weir.benchmarks.report.CellFigure;
import dev.weir.benchmarks.report.CellFigures;
import dev.weir.benchmarks.report.PipelinePlot;
import dev.weir.benchmarks.report.PipelineTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command that measures cells round by round. The order is reversed after each round, so that no
 * cell always runs while the machine is quieter.
 */
@Command(
    name = "PipelineMeasurement",
    description = "Measures the pipeline: each cell in a fresh process.",
    mixinStandardHelpOptions = true)
public final class PipelineMeasurement implements Callable<Integer> {

  private static final List<String> CELLS =
      List.of(
          "loop-kernel@10000x1",
          "loop-detector@10000x1",
          "weir-hashmap@1000x1",
          "weir-hashmap@1000x2",
          "weir-hashmap@10000x1",
          "weir-hashmap@10000x2",
          "weir-hashmap@100000x1",
          "weir-hashmap@100000x2",
          "weir-hashmap@1000000x1",
          "weir-hashmap@1000000x2",
          "weir-rocksdb@1000000x1",
          "weir-rocksdb-alone@1000000x1",
          "rcf@100x1",
          "rcf-small@100x1",
          "weir-latency@10000x1");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Parameters(index = "0", paramLabel = "FOLDER", description = "output folder")
  private Path folder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ROUNDS",
      description = "number of rounds; 5 or more for published figures")
  private int rounds;

  @Option(
      names = "--cells",
      split = ",",
      description = "cells like weir-hashmap@10000x1 (workload, series, slots); default: all")
  private List<String> cells = CELLS;

  @CommandLine.ArgGroup(exclusive = false)
  private RunOptions options = new RunOptions();

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineMeasurement()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    List<PipelineCell> parsed = new ArrayList<>(parsedCells());
    List<CellFigure> figures = new ArrayList<>();
    try (CellRunner runner = CellRunner.start(options, folder.toAbsolutePath())) {
      for (int round = 0; round < rounds; round++) {
        for (PipelineCell cell : parsed) {
          figures.add(runner.run(round, cell));
          System.out.println(line(figures.get(figures.size() - 1)));
        }
        write(figures);
        Collections.reverse(parsed);
      }
    }
    return 0;
  }

  private List<PipelineCell> parsedCells() {
    List<PipelineCell> parsed = cells.stream().map(PipelineCell::parse).toList();
    parsed.forEach(options::requireSupports);
    return parsed;
  }

  private static String line(CellFigure figure) {
    Usage usage = figure.result().usage();
    return String.format(
        Locale.ROOT,
        "round %d  %-26s %,11.0f /s/core  %,11.0f /s  %.1f s  cpu %.1f s  broker %.1f s  %s",
        figure.round(),
        figure.cell(),
        usage.perCore(),
        usage.perSecond(),
        usage.seconds(),
        usage.cpuSeconds(),
        usage.brokerCpuSeconds(),
        figure.result().counts());
  }

  private void write(List<CellFigure> figures) throws IOException {
    JSON.writeValue(
        folder.resolve("pipeline.json").toFile(),
        Map.of("settings", options.toString(), "figures", figures));
    List<CellFigures> byCell = CellFigures.of(figures);
    Files.writeString(folder.resolve("pipeline.md"), PipelineTable.of(byCell, options.dayOld()));
    PipelinePlot.write(byCell, folder.resolve("pipeline.svg"));
  }
}
