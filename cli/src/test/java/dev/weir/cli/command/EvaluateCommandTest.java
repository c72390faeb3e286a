// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.WeirRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final String FILE = "category/file.csv";

  @Test
  void evaluate_externalScores_printsAndWritesPagesWithoutPaths(@TempDir Path folder)
      throws IOException {
    Path nab = corpus(folder);
    Path evidence = folder.resolve("evidence");
    WeirRun run =
        WeirRun.succeed(
            "evaluate",
            "--nab",
            nab.toString(),
            "--scores",
            folder.resolve("scores").toString(),
            "--scores-out",
            folder.resolve("out").toString(),
            "--evidence",
            evidence.toString(),
            "--seed",
            "7",
            "--files");
    assertThat(run.out())
        .contains("| best for all files | standard | 100.00 | 0.0 |")
        .contains("| continuous score | 1.0000 |")
        .contains("| " + FILE + " | 1 of 1 | 0 | 0.00 |");
    assertThat(evidence.resolve("nab.md"))
        .content()
        .contains("weir evaluate", "--nab NAB", "--scores SCORES", "seed 7", FILE)
        .doesNotContain(folder.toString());
    assertThat(evidence.resolve("vus.md")).content().contains("VUS-PR");
    assertThat(evidence.resolve("README.md"))
        .content()
        .contains("| 100.0 / 100.0 / 100.0 | 0.0 / 0.0 / 0.0 | [NAB scores](nab.md) |");
    assertThat(Files.readString(folder.resolve("out").resolve(FILE)).lines().count())
        .isEqualTo(101);
  }

  @Test
  void evaluate_noData_exitsWithCode2() {
    WeirRun run = WeirRun.of("evaluate", "--model", "x.weir");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--nab", "--budgets");
  }

  @Test
  void evaluate_budgetsWithoutModel_exitsWithCode2() {
    WeirRun run = WeirRun.of("evaluate", "--scores", "x", "--budgets", "y");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--model");
  }

  /** Writes a file of 100 rows, a labelled window of rows 50 to 59, and high scores in it. */
  private static Path corpus(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,value\n");
    StringBuilder scores = new StringBuilder("timestamp,value,anomaly_score\n");
    for (int row = 0; row < 100; row++) {
      boolean inside = row >= 50 && row < 60;
      rows.append(time(row)).append(",1\n");
      scores.append(time(row)).append(",1,").append(inside ? 0.9 : 0.1).append('\n');
    }
    write(folder.resolve("nab").resolve(FILE), rows.toString());
    write(folder.resolve("scores").resolve(FILE), scores.toString());
    String windows =
        "{\"" + FILE + "\": [[\"" + time(50) + ".000000\", \"" + time(59) + ".000000\"]]}";
    write(folder.resolve("nab").resolve("windows.json"), windows);
    return folder.resolve("nab");
  }

  private static String time(int row) {
    return String.format("2026-01-01 %02d:%02d:00", row / 60, row % 60);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
