package dev.weir.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The smallest cells on a real broker: their figures mean nothing, that they come does. */
class PipelineMeasurementIT {

  private static final int EVENTS = 400_000;

  @TempDir Path folder;

  @Test
  void loopAndJob_overAFewEvents_giveFiguresTableAndPlot() throws Exception {
    int status =
        new CommandLine(new PipelineMeasurement())
            .execute(
                folder.toString(),
                "1",
                "--cells",
                "loop-detector@100x1,weir-hashmap@100x1",
                "--events",
                Integer.toString(EVENTS),
                "--heap",
                "512m");

    assertThat(status).isZero();
    JsonNode figures =
        new ObjectMapper().readTree(folder.resolve("pipeline.json").toFile()).get("figures");
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
        .containsAll(List.of("| ratio of medians | found | reach, at least |"))
        .anyMatch(line -> line.startsWith("| weir-hashmap@100x1 | 1 |"));
  }
}
