package dev.weir.evaluate.detection;

import dev.weir.evaluate.SeriesRun;
import dev.weir.evaluate.Span;
import java.util.ArrayList;
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
 */
public record Detections(
    String corpus,
    String name,
    int anomalies,
    int incidents,
    int trueIncidents,
    List<Integer> delays) {

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
        series.corpus(), series.name(), anomalies.size(), incidents.size(), right, delays);
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
