// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.job.metrics.JobMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs small cells on a real broker and checks their counters, not their speed. */
class PipelineMeasurementIT {

  private static final int EVENTS = 400_000;

  @TempDir Path folder;

  @Test
  void loopAndJob_fewEvents_writeFiguresTableAndPlot() throws Exception {
    JsonNode figures = measure("loop-detector@100x1,weir-hashmap@100x1");

    assertThat(figures).hasSize(2);
    assertThat(figures)
        .allSatisfy(
            figure -> {
              assertThat(figure.at("/usage/cpuSeconds").asDouble()).isPositive();
              assertThat(figure.at("/counts/scored").asLong()).isEqualTo(EVENTS - 50 * 100);
              assertThat(figure.at("/sizes/eventsLogBytes").asLong() / EVENTS)
                  .isBetween(107L, 214L);
            });
    assertThat(folder.resolve("pipeline.svg")).content().contains("<svg", "<path");
    assertThat(Files.readAllLines(folder.resolve("pipeline.md")))
        .containsAll(List.of("| ratio of medians | measured | target, at least |"))
        .anyMatch(line -> line.startsWith("| weir-hashmap@100x1 | 1 | 4,000 |"));
  }

  @Test
  void dayOldSeries_loopAndJob_scoreAllEventsAndCountTheSameAlerts() throws Exception {
    JsonNode figures =
        measure("loop-detector@2000x1,weir-hashmap@2000x1,weir-rocksdb@2000x2", "--day-old");

    assertThat(figures).hasSize(3);
    long alerts = figures.get(0).at("/counts/alerts").asLong();
    assertThat(alerts).isPositive();
    assertThat(figures)
        .allSatisfy(
            figure -> {
              assertThat(figure.at("/counts/scored").asLong()).isEqualTo(EVENTS);
              assertThat(alerts(figure.get("counts"))).isEqualTo(alerts);
            });
  }

  private static long alerts(JsonNode counts) {
    return counts.path("alerts").asLong()
        + counts.path(JobMetrics.ALERTS_OPENED).asLong()
        + counts.path(JobMetrics.ALERTS_UPDATED).asLong()
        + counts.path(JobMetrics.ALERTS_RESOLVED).asLong();
  }

  private JsonNode measure(String cells, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), "1", "--cells", cells));
    arguments.addAll(List.of("--events", Integer.toString(EVENTS), "--heap", "512m"));
    arguments.addAll(List.of(options));
    int status =
        new CommandLine(new PipelineMeasurement()).execute(arguments.toArray(String[]::new));
    assertThat(status).isZero();
    return new ObjectMapper().readTree(folder.resolve("pipeline.json").toFile()).get("figures");
  }
}
