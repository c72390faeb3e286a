// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.deploy.Repository;
import dev.weir.sandbox.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the tutorial, with a free port instead of 9092. */
class TutorialIT {

  private static final Pattern COMMANDS =
      Pattern.compile("^```sh\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  private static final long MINUTES = 6;

  private static String script(int port) {
    String commands =
        COMMANDS
            .matcher(Repository.text("docs/tutorial.md"))
            .results()
            .map((MatchResult block) -> block.group(1))
            .collect(Collectors.joining());
    return "set -euo pipefail\n" + commands.replace("9092", String.valueOf(port));
  }

  /** Returns a folder with a link to this build's weir script. */
  private static Path home(Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("weir"), Repository.resolve("weir"));
    return folder;
  }

  @Test
  void commands_runInOrder_printAlertOfTheFault(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.log");
    Process shell =
        new ProcessBuilder("bash", "-c", script(FreePort.pick()))
            .directory(home(folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(shell.waitFor(MINUTES, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroy);
      shell.destroy();
    }

    assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output))
        .containsPattern("2026-01-15 1[2-5]:\\d\\d:00  OPENED +shop/requests");
    assertThat(folder.resolve("tutorial")).doesNotExist();
  }
}
