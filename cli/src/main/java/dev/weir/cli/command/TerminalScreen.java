package dev.weir.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.demo.DemoScreen;
import dev.weir.cli.topic.AlertLine;
import java.io.PrintWriter;
import java.util.Locale;

/** Lines on a terminal, in colour where it can show them. */
final class TerminalScreen implements DemoScreen {

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final boolean colour;

  TerminalScreen(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  @Override
  public void step(String format, Object... values) {
    print("== " + String.format(Locale.ROOT, format, values), BOLD);
  }

  @Override
  public void detail(String format, Object... values) {
    print("   " + String.format(Locale.ROOT, format, values), "");
  }

  @Override
  public void alert(JsonNode alert) {
    String hue =
        switch (alert.path("status").asText()) {
          case "opened" -> RED;
          case "updated" -> YELLOW;
          default -> GREEN;
        };
    print("!  " + AlertLine.of(alert), hue);
  }

  private synchronized void print(String line, String hue) {
    out.println(colour && !hue.isEmpty() ? hue + line + PLAIN : line);
    out.flush();
  }
}
