// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Formats an alert as one line: time, status, series, value, expected band, score and signal. */
public final class AlertLine {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlertLine() {}

  /** Returns the line, without colour; control characters are escaped. */
  public static String of(JsonNode alert) {
    return TerminalText.escape(line(alert));
  }

  private static String line(JsonNode alert) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %-32s  %s%s  score %.2f%s%s",
        TIME.format(Instant.ofEpochMilli(alert.path("time").asLong())),
        alert.path("status").asText().toUpperCase(Locale.ROOT),
        alert.path("series").asText(),
        numbers(alert.path("values")),
        expected(alert),
        alert.path("score").asDouble(),
        signal(alert),
        feature(alert));
  }

  private static String expected(JsonNode alert) {
    if (!alert.path("expected").isArray()) {
      return "";
    }
    return ", expected "
        + numbers(alert.path("expected"))
        + " ["
        + numbers(alert.path("lower"))
        + ", "
        + numbers(alert.path("upper"))
        + "]";
  }

  private static String signal(JsonNode alert) {
    return alert.path("signal").isTextual() ? " (" + alert.path("signal").asText() + ")" : "";
  }

  private static String feature(JsonNode alert) {
    return alert.path("values").size() > 1 ? "  feature " + alert.path("feature").asText() : "";
  }

  private static String numbers(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> String.format(Locale.ROOT, "%.4g", value.asDouble()))
        .collect(Collectors.joining(" "));
  }
}
