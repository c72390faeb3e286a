package dev.weir.benchmarks.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainerMeasurementTest {

  @TempDir Path folder;

  @Test
  void call_tiny_writesEveryFitAndTheRatio() throws IOException {
    int status =
        new CommandLine(new TrainerMeasurement())
            .execute(
                folder.toString(),
                "1",
                "--series",
                "8",
                "--points",
                "256",
                "--passes",
                "2",
                "--lanes",
                "8");

    assertThat(status).isZero();
    JsonNode figures =
        new ObjectMapper().readTree(folder.resolve("trainer.json").toFile()).get("figures");
    assertThat(figures).hasSize(2);
    figures.forEach(figure -> assertThat(figure.get("logScore").isNumber()).isTrue());
    assertThat(Files.readString(folder.resolve("trainer.md")))
        .contains("| DJL | points/s of one core |", "| WEIR | MASE, held out |", "ratio of medians")
        .doesNotContain("NaN");
  }
}
