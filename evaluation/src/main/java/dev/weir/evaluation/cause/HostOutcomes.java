// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import dev.weir.sandbox.synthetic.Label;
import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * Results of one host.
 *
 * @param anomalies result of each injected anomaly
 * @param days duration of its stream
 * @param falseAlarms number of alerts opened in the stream outside every anomaly
 */
record HostOutcomes(List<CauseOutcome> anomalies, double days, long falseAlarms) {

  private static final double MILLIS_PER_DAY = 86_400_000;

  /**
   * Compares the alerts of a host with its injected anomalies.
   *
   * @param firstPoint index of the first point after the history; alerts before it don't count
   * @param labels anomalies of all hosts
   * @param alerts in the order of their times
   */
  static HostOutcomes of(
      RecordedSeries series, int firstPoint, List<Label> labels, List<OpenedAlert> alerts) {
    long from = series.times()[firstPoint];
    long to = series.times()[series.length() - 1];
    List<Label> own = labels.stream().filter(l -> l.series().equals(series.name())).toList();
    long outside =
        alerts.stream()
            .filter(alert -> alert.timeMillis() >= from)
            .filter(alert -> own.stream().noneMatch(l -> CauseOutcome.belongs(l, alert)))
            .count();
    return new HostOutcomes(
        own.stream().map(label -> CauseOutcome.of(label, alerts)).toList(),
        (to - from) / MILLIS_PER_DAY,
        outside);
  }
}
