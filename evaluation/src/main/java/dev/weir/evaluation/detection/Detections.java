package dev.weir.evaluation.detection;

import dev.weir.evaluation.run.SeriesRun;
import dev.weir.evaluation.run.Span;
import dev.weir.evaluation.vus.SlidingWindow;
import dev.weir.evaluation.vus.VusPr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was found in one series, behind its probation.
 *
 * @param corpus what the series belongs to
 * @param name its name
 * @param anomalies labelled anomalies
 * @param incidents incidents opened, of all its features
 * @param trueIncidents incidents that share a row with an anomaly
 * @param delays of each anomaly found, points from its first row to the first row in it on which a
 *     person was told
 * @param vusPr of the continuous score, the largest of all features; NaN where nothing is labelled
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

  /** Judges the runs of a series: one, or one a feature, each of which may tell of it. */
  public static Detections of(LabelledSeries series, List<SeriesRun> runs) {
    List<Span> anomalies =
        series.anomalies().stream()
            .filter(anomaly -> anomaly.first() >= series.judgedFrom())
            .map(anomaly -> withSlack(anomaly, series))
            .toList();
    List<Span> incidents =
        runs.stream()
            .flatMap(run -> run.incidents().stream())
            .filter(incident -> incident.last() >= series.judgedFrom())
            .toList();
    List<Integer> delays = new ArrayList<>();
    for (Span anomaly : anomalies) {
      int told = firstTold(runs, anomaly);
      if (told <= anomaly.last()) {
        delays.add(told - anomaly.first());
      }
    }
    int right = (int) incidents.stream().filter(one -> touchesAny(one, series)).count();
    return new Detections(
        series.corpus(),
        series.name(),
        anomalies.size(),
        incidents.size(),
        right,
        delays,
        vusPr(series, runs));
  }

  private static double vusPr(LabelledSeries series, List<SeriesRun> runs) {
    int from = series.judgedFrom();
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

  /** Anomalies that began in probation make no incident wrong. */
  private static boolean touchesAny(Span incident, LabelledSeries series) {
    return series.anomalies().stream()
        .map(anomaly -> withSlack(anomaly, series))
        .anyMatch(a -> incident.first() <= a.last() && a.first() <= incident.last());
  }

  private static int firstTold(List<SeriesRun> runs, Span anomaly) {
    for (int row = anomaly.first(); row <= anomaly.last(); row++) {
      int at = row;
      if (runs.stream().anyMatch(run -> run.told()[at])) {
        return row;
      }
    }
    return anomaly.last() + 1;
  }
}
