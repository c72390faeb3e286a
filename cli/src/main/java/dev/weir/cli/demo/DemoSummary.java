// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Results of the demo.
 *
 * @param events events that the job read: scored, warming up and not scored
 * @param scored scored points
 * @param warmingUp points of series in their warm-up
 * @param notScored duplicate, late and malformed events
 * @param eventsPerSecond events per second from warm-up to the last alert
 * @param alerts alerts compared with the labels
 * @param seriesDays time spans of all labelled series, added up, days
 */
public record DemoSummary(
    long events,
    long scored,
    long warmingUp,
    long notScored,
    double eventsPerSecond,
    LabelMatcher alerts,
    double seriesDays) {

  /** Returns the share of labelled anomalies that were found; 1 without labels. */
  public double recall() {
    return alerts.anomalies() == 0 ? 1 : (double) alerts.found() / alerts.anomalies();
  }

  /** Returns false alarms per series and day. */
  public double falseAlarmsPerSeriesDay() {
    return seriesDays > 0 ? alerts.falseAlarms() / seriesDays : 0;
  }

  /** Returns the lines of the summary. */
  public List<String> lines() {
    return List.of(
        line(
            "events        %,d (%,.0f/s): %,d scored, %,d warming up, %,d not scored",
            events, eventsPerSecond, scored, warmingUp, notScored),
        line("alerts        %d incidents opened", alerts.opened()),
        recallLine(),
        line(
            "false alarms  %d in %,.0f series-days: %.3f per series and day",
            alerts.falseAlarms(), seriesDays, falseAlarmsPerSeriesDay()),
        "missed        " + missed());
  }

  private String recallLine() {
    return alerts.anomalies() == 0
        ? "recall        not measured: no labels"
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
