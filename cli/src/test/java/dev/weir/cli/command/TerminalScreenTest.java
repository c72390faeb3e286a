// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class TerminalScreenTest {

  private static final String RED = "\u001b[31m";

  private static String shown(Ansi ansi) throws IOException {
    StringWriter out = new StringWriter();
    TerminalScreen screen = new TerminalScreen(new PrintWriter(out), Help.defaultColorScheme(ansi));
    screen.step("step %d", 1);
    screen.detail("@|bold detail|@");
    screen.alert(new ObjectMapper().readTree("{\"status\":\"opened\",\"series\":\"cpu\"}"));
    return out.toString();
  }

  @Test
  void lines_withoutColour_areUnchanged() throws IOException {
    assertThat(shown(Ansi.OFF))
        .startsWith("== step 1")
        .contains("   @|bold detail|@", "!  1970-01-01 00:00:00  OPENED")
        .doesNotContain("\u001b");
  }

  @Test
  void alert_opened_isRed() throws IOException {
    assertThat(shown(Ansi.ON)).contains(RED + "!  1970-01-01").contains("step 1");
  }
}
