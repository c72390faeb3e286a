// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the demo showed.
 *
 * @param events events that the job took in
 * @param scored of these, judged
 * @param warmingUp of these, of series too young to be judged
 * @param refused of these, duplicate, late or malformed
 * @param eventsPerSecond events by the time of the replay
 * @param alerts what became of the labels
 * @param seriesDays time watched, over all labelled series
 */
public record DemoSummary(
    long events,
    long scored,
    long warmingUp,
    long refused,
    double eventsPerSecond,
    Scoreboard alerts,
    double seriesDays) {

  /** Part of the labelled anomalies that was found; 1 where there was none to find. */
  public double recall() {
    return alerts.anomalies() == 0 ? 1 : (double) alerts.found() / alerts.anomalies();
  }

  /** False alarms a series and day. */
  public double falseAlarmsPerSeriesDay() {
    return seriesDays > 0 ? alerts.falseAlarms() / seriesDays : 0;
  }

  /** The summary as lines. */
  public List<String> lines() {
    return List.of(
        line(
            "events        %,d (%,.0f/s): %,d judged, %,d warming up, %,d refused",
            events, eventsPerSecond, scored, warmingUp, refused),
        line("alerts        %d incidents opened", alerts.opened()),
        recallLine(),
        line(
            "false alarms  %d in %,.0f series-days: %.3f a series and day",
            alerts.falseAlarms(), seriesDays, falseAlarmsPerSeriesDay()),
        "missed        " + missed());
  }

  private String recallLine() {
    return alerts.anomalies() == 0
        ? "recall        no labels to measure it by"
        : line(
            "recall        %d of %d labelled anomalies found (%.0f %%)",
            alerts.found(), alerts.anomalies(), 100 * recall());
  }

  private String missed() {
    String missed =
        alerts.missed().stream()
            .map(anomaly -> anomaly.kind() + " in " + anomaly.series())
            .limit(8)
            .collect(Collectors.joining("; "));
    return missed.isEmpty() ? "none" : missed + (alerts.missed().size() > 8 ? "; …" : "");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
