// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds alerts against labels: an anomaly is found by a message about its series in its time, or
 * shortly behind.
 */
public final class Scoreboard {

  /**
   * How far behind an anomaly's last point an alert still belongs to it, as a part of the anomaly's
   * length.
   */
  private static final double GRACE = 0.25;

  /** And at least this: half an hour, six points of the generated series. */
  private static final long LEAST_GRACE_MILLIS = 1_800_000;

  private final List<DemoStream.Anomaly> anomalies;
  private final Set<String> labelledSeries = new HashSet<>();
  private final Set<DemoStream.Anomaly> found = new HashSet<>();
  private final List<JsonNode> falseAlarms = new ArrayList<>();
  private int opened;

  /**
   * @param labelledSeries series of which it is known what is wrong; others count neither way
   */
  Scoreboard(List<DemoStream.Anomaly> anomalies, Set<String> labelledSeries) {
    this.anomalies = anomalies;
    this.labelledSeries.addAll(labelledSeries);
  }

  /** Takes in one alert record. */
  synchronized void add(JsonNode alert) {
    boolean begins = alert.path("status").asText().equals("opened");
    opened += begins ? 1 : 0;
    if (alert.path("status").asText().equals("resolved")
        || !labelledSeries.contains(alert.path("series").asText())) {
      return;
    }
    List<DemoStream.Anomaly> met =
        anomalies.stream().filter(anomaly -> covers(anomaly, alert)).toList();
    found.addAll(met);
    if (begins && met.isEmpty()) {
      falseAlarms.add(alert);
    }
  }

  private static boolean covers(DemoStream.Anomaly anomaly, JsonNode alert) {
    long time = alert.path("time").asLong();
    double grace = GRACE * (anomaly.toMillis() - anomaly.fromMillis());
    return anomaly.series().equals(alert.path("series").asText())
        && anomaly.fromMillis() <= time
        && time <= anomaly.toMillis() + Math.max(LEAST_GRACE_MILLIS, grace);
  }

  synchronized int anomalies() {
    return anomalies.size();
  }

  synchronized int opened() {
    return opened;
  }

  synchronized int found() {
    return found.size();
  }

  synchronized int falseAlarms() {
    return falseAlarms.size();
  }

  synchronized List<DemoStream.Anomaly> missed() {
    return anomalies.stream().filter(anomaly -> !found.contains(anomaly)).toList();
  }
}
