package dev.weir.evaluation.detection;

import dev.weir.evaluation.run.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A series with known anomalies.
 *
 * @param corpus what it belongs to
 * @param name its name within the corpus
 * @param rows its rows and which are labelled
 * @param slackRows rows behind an anomaly in which finding it still counts, since labels of a few
 *     points end before an average over points can have moved
 */
public record LabelledSeries(String corpus, String name, LabelledRows rows, int slackRows) {

  private static final double PROBATION_PART = 0.15;
  private static final int MOST_PROBATION_ROWS = 750;

  /** The labelled rows, in order; those within the slack of each other are one anomaly. */
  public List<Span> anomalies() {
    List<Span> merged = new ArrayList<>();
    for (Span span : Span.of(rows.labels())) {
      int before = merged.size() - 1;
      if (before >= 0 && span.first() - merged.get(before).last() <= slackRows) {
        merged.set(before, new Span(merged.get(before).first(), span.last()));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }

  /** Milliseconds, {@code [row]}. */
  public long[] times() {
    return rows.times();
  }

  /** {@code [row, feature]}. */
  public double[][] values() {
    return rows.values();
  }

  /** Rows at the start that are not judged, as NAB does it. */
  public int judgedFrom() {
    return Math.min((int) (PROBATION_PART * times().length), MOST_PROBATION_ROWS);
  }
}
