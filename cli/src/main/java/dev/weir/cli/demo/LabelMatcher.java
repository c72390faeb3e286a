// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares alerts with labelled anomalies. An anomaly is found if an alert of its series falls into
 * its time span or shortly after.
 */
public final class LabelMatcher {

  /** Time after an anomaly in which an alert still counts, as a fraction of its length. */
  private static final double GRACE = 0.25;

  /** Half an hour: six points of the generated series. */
  private static final long MIN_GRACE_MILLIS = 1_800_000;

  private final List<DemoDataset.Anomaly> anomalies;
  private final Set<String> labelledSeries = new HashSet<>();
  private final Set<DemoDataset.Anomaly> found = new HashSet<>();
  private int falseAlarms;
  private int opened;

  /**
   * @param labelledSeries series with labels; alerts of other series are neither found nor false
   *     alarms
   */
  LabelMatcher(List<DemoDataset.Anomaly> anomalies, Set<String> labelledSeries) {
    this.anomalies = anomalies;
    this.labelledSeries.addAll(labelledSeries);
  }

  /** Adds an alert. */
  synchronized void add(JsonNode alert) {
    boolean isOpened = alert.path("status").asText().equals("opened");
    opened += isOpened ? 1 : 0;
    if (alert.path("status").asText().equals("resolved")
        || !labelledSeries.contains(alert.path("series").asText())) {
      return;
    }
    List<DemoDataset.Anomaly> matched =
        anomalies.stream().filter(anomaly -> covers(anomaly, alert)).toList();
    found.addAll(matched);
    if (isOpened && matched.isEmpty()) {
      falseAlarms++;
    }
  }

  private static boolean covers(DemoDataset.Anomaly anomaly, JsonNode alert) {
    long time = alert.path("time").asLong();
    double grace = GRACE * (anomaly.toMillis() - anomaly.fromMillis());
    return anomaly.series().equals(alert.path("series").asText())
        && anomaly.fromMillis() <= time
        && time <= anomaly.toMillis() + Math.max(MIN_GRACE_MILLIS, grace);
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
    return falseAlarms;
  }

  synchronized List<DemoDataset.Anomaly> missed() {
    return anomalies.stream().filter(anomaly -> !found.contains(anomaly)).toList();
  }
}
