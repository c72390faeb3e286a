// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import dev.weir.evaluation.run.Span;
import java.util.List;

/**
 * Series with known anomalies.
 *
 * @param corpus name of its corpus
 * @param name its name within the corpus
 * @param rows its rows and their labels
 * @param slackRows number of rows after an anomaly in which an alert still finds it; labels of a
 *     few points end before the averages of a detector can react
 */
public record LabelledSeries(String corpus, String name, LabelledRows rows, int slackRows) {

  private static final double PROBATION_FRACTION = 0.15;
  private static final int MAX_PROBATION_ROWS = 750;

  /**
   * Number of rows at the start of a series that don't count, as NAB defines it.
   *
   * @param rows number of rows of the series
   */
  public static int probationRows(int rows) {
    return Math.min((int) (PROBATION_FRACTION * rows), MAX_PROBATION_ROWS);
  }

  /** The spans of labelled rows, in order; spans closer than the slack are one anomaly. */
  public List<Span> anomalies() {
    return Span.merged(Span.of(rows.labels()), slackRows);
  }

  /** Milliseconds since 1970, {@code [row]}. */
  public long[] times() {
    return rows.times();
  }

  /** {@code [row, feature]}. */
  public double[][] values() {
    return rows.values();
  }

  /** Number of rows at the start that don't count. */
  public int probationRows() {
    return probationRows(times().length);
  }
}
