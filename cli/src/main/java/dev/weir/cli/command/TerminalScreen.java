// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.demo.DemoScreen;
import dev.weir.cli.topic.AlertLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Prints the output of the demo to a terminal, in colour if supported. */
final class TerminalScreen implements DemoScreen {

  private final PrintWriter out;
  private final ColorScheme colours;

  TerminalScreen(PrintWriter out, ColorScheme colours) {
    this.out = out;
    this.colours = colours;
  }

  @Override
  public void step(String format, Object... values) {
    print(styled("== " + String.format(Locale.ROOT, format, values), Style.bold));
  }

  @Override
  public void detail(String format, Object... values) {
    print("   " + String.format(Locale.ROOT, format, values));
  }

  @Override
  public void alert(JsonNode alert) {
    Style colour =
        switch (alert.path("status").asText()) {
          case "opened" -> Style.fg_red;
          case "updated" -> Style.fg_yellow;
          default -> Style.fg_green;
        };
    print(styled("!  " + AlertLine.of(alert), colour));
  }

  private Object styled(String line, Style style) {
    return colours.apply(line, List.of(style));
  }

  private synchronized void print(Object line) {
    out.println(line);
    out.flush();
  }
}
