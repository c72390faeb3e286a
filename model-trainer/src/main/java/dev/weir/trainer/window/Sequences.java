// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cuts spans into sequences: at gaps, and after a number of points so that a few long series fill
 * many lanes.
 *
 * <p>A target belongs to the span in which the point that it foretells lies, so the first sequence
 * of a span starts one point before it.
 */
final class Sequences {

  private final int points;
  private final int leadInPoints;
  private final List<Sequence> cut = new ArrayList<>();

  private Sequences(int points, int leadInPoints) {
    this.points = points;
    this.leadInPoints = leadInPoints;
  }

  /**
   * For training: no point is shown twice, and the cuts fall elsewhere in every pass.
   *
   * @param random moves the cuts
   */
  static List<Sequence> forTraining(List<SeriesSpan> spans, int points, Random random) {
    Sequences sequences = new Sequences(points, 0);
    spans.forEach(span -> sequences.cut(span, 1 + random.nextInt(points)));
    return sequences.cut;
  }

  /**
   * For judging: each sequence is led in by as many points again, which bring the state up and
   * don't count.
   */
  static List<Sequence> forEvaluation(List<SeriesSpan> spans, int points) {
    Sequences sequences = new Sequences(points, points);
    spans.forEach(span -> sequences.cut(span, points));
    return sequences.cut;
  }

  private void cut(SeriesSpan span, int firstPoints) {
    int from = Math.max(0, span.from() - 1);
    int limit = from + firstPoints;
    for (int t = from + 1; t < span.to(); t++) {
      if (span.series().restart[t] || t == limit) {
        add(span.series(), from, t);
        from = t;
        limit = t + points;
      }
    }
    add(span.series(), from, span.to() - 1);
  }

  private void add(ScaledSeries series, int from, int to) {
    if (to > from) {
      cut.add(new Sequence(series, leadIn(series, from), to, from));
    }
  }

  private int leadIn(ScaledSeries series, int from) {
    int start = from;
    while (start > 0 && from - start < leadInPoints && !series.restart[start]) {
      start--;
    }
    return start;
  }
}
