package dev.weir.evaluate.detection;

import dev.weir.evaluate.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A series with known anomalies.
 *
 * @param corpus what it belongs to
 * @param name its name within the corpus
 * @param times milliseconds, {@code [row]}
 * @param values {@code [row, feature]}
 * @param anomalies labelled rows, in order, apart
 * @param slackRows rows behind an anomaly in which finding it still counts, since labels of a few
 *     points end before an average over points can have moved
 */
public record LabelledSeries(
    String corpus,
    String name,
    long[] times,
    double[][] values,
    List<Span> anomalies,
    int slackRows) {

  private static final double PROBATION_PART = 0.15;
  private static final int MOST_PROBATION_ROWS = 750;

  /** Keeps an unmodifiable copy. */
  public LabelledSeries {
    anomalies = List.copyOf(anomalies);
  }

  /** A series whose labelled rows count as one anomaly where they lie within the slack. */
  public static LabelledSeries of(String corpus, String name, LabelledRows rows, int slackRows) {
    List<Span> merged = new ArrayList<>();
    for (Span span : Span.of(rows.labels())) {
      int before = merged.size() - 1;
      if (before >= 0 && span.first() - merged.get(before).last() <= slackRows) {
        merged.set(before, new Span(merged.get(before).first(), span.last()));
      } else {
        merged.add(span);
      }
    }
    return new LabelledSeries(corpus, name, rows.times(), rows.values(), merged, slackRows);
  }

  /** Rows at the start that are not judged, as NAB does it. */
  public int judgedFrom() {
    return Math.min((int) (PROBATION_PART * times.length), MOST_PROBATION_ROWS);
  }
}
