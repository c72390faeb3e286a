// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.WeirRun;
import dev.weir.forecast.CellKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @Test
  void compare_smallFolder_printsOneRowPerCellAndOptionValue(@TempDir Path folder)
      throws IOException {
    StringBuilder csv = new StringBuilder("time,value\n");
    for (int t = 0; t < 600; t++) {
      csv.append(t * 60).append(',').append(Math.sin(t / 7.0) + t % 5 / 10.0).append('\n');
    }
    Files.writeString(folder.resolve("wave.csv"), csv);
    WeirRun run =
        WeirRun.succeed(
            "compare",
            folder.toString(),
            "--epochs",
            "1",
            "--hidden",
            "4",
            "--sequence",
            "128",
            "--windows",
            "8,full",
            "--forget-biases",
            "5",
            "--clip-norms",
            "0");
    for (CellKind cell : CellKind.values()) {
      assertThat(run.out()).contains("| " + cell.label() + " | ");
    }
    assertThat(run.out()).contains("| lstm, window |", "| 8 | 4 |", "| full | 4 |");
    assertThat(run.out()).contains("| lstm, forget bias |", "| 5 | 4 |");
    assertThat(run.out()).contains("| cell, largest gradient norm |", "| elman, 0 | 4 |");
    assertThat(run.err()).contains("== elman", "fitted in");
  }

  @Test
  void compare_windowNotANumber_printsOneLineWithTheWindow(@TempDir Path folder) {
    WeirRun run = WeirRun.of("compare", folder.toString(), "--windows", "short");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("short").hasLineCount(1);
  }
}
