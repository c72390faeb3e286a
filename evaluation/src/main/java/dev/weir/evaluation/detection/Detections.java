// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import dev.weir.evaluation.run.SeriesRun;
import dev.weir.evaluation.run.Span;
import dev.weir.evaluation.vus.SlidingWindow;
import dev.weir.evaluation.vus.VusPr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Anomalies that a detector has found in one series, after its probation.
 *
 * @param corpus name of the corpus of the series
 * @param name name of the series
 * @param anomalies number of labelled anomalies
 * @param incidents number of incidents opened, over all features
 * @param trueIncidents number of incidents that share a row with an anomaly
 * @param delays for each anomaly found, points from its first row to the first alert in it
 * @param vusPr VUS-PR of the continuous score, the largest of all features; NaN if no row is
 *     labelled
 */
public record Detections(
    String corpus,
    String name,
    int anomalies,
    int incidents,
    int trueIncidents,
    List<Integer> delays,
    double vusPr) {

  /** Keeps an unmodifiable copy. */
  public Detections {
    delays = List.copyOf(delays);
  }

  /**
   * Compares runs of a detector with the labels.
   *
   * @param runs one run of all features, or one run per feature; an alert in any of them counts
   */
  public static Detections of(LabelledSeries series, List<SeriesRun> runs) {
    List<Span> anomalies =
        series.anomalies().stream()
            .filter(anomaly -> anomaly.first() >= series.probationRows())
            .map(anomaly -> withSlack(anomaly, series))
            .toList();
    List<Span> incidents =
        runs.stream()
            .flatMap(run -> run.incidents().stream())
            .filter(incident -> incident.last() >= series.probationRows())
            .toList();
    List<Integer> delays = new ArrayList<>();
    for (Span anomaly : anomalies) {
      int alerted = firstAlerted(runs, anomaly);
      if (alerted <= anomaly.last()) {
        delays.add(alerted - anomaly.first());
      }
    }
    int trueIncidents = (int) incidents.stream().filter(one -> touchesAny(one, series)).count();
    return new Detections(
        series.corpus(),
        series.name(),
        anomalies.size(),
        incidents.size(),
        trueIncidents,
        delays,
        vusPr(series, runs));
  }

  private static double vusPr(LabelledSeries series, List<SeriesRun> runs) {
    int from = series.probationRows();
    int to = series.times().length;
    boolean[] labels = Arrays.copyOfRange(series.rows().labels(), from, to);
    if (Span.of(labels).isEmpty()) {
      return Double.NaN;
    }
    double[] scores = new double[to - from];
    for (int row = from; row < to; row++) {
      for (SeriesRun run : runs) {
        scores[row - from] = Math.max(scores[row - from], run.scores()[row]);
      }
    }
    double[] first = Arrays.stream(series.values()).mapToDouble(point -> point[0]).toArray();
    return VusPr.of(labels, scores, SlidingWindow.of(first));
  }

  private static Span withSlack(Span anomaly, LabelledSeries series) {
    int last = Math.min(series.times().length - 1, anomaly.last() + series.slackRows());
    return new Span(anomaly.first(), last);
  }

  /** Whether an incident is about an anomaly; one that began in the probation counts here. */
  private static boolean touchesAny(Span incident, LabelledSeries series) {
    return series.anomalies().stream()
        .anyMatch(anomaly -> withSlack(anomaly, series).overlaps(incident));
  }

  private static int firstAlerted(List<SeriesRun> runs, Span anomaly) {
    for (int row = anomaly.first(); row <= anomaly.last(); row++) {
      int at = row;
      if (runs.stream().anyMatch(run -> run.alerted()[at])) {
        return row;
      }
    }
    return anomaly.last() + 1;
  }
}
