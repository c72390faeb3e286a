// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cutting of spans into sequences, at gaps and after a number of points, so that a few long series
 * fill many lanes.
 *
 * <p>A target belongs to the span of the point that it forecasts, so the first sequence of a span
 * starts one point before it.
 */
final class Sequences {

  private final int points;
  private final int warmUpPoints;
  private final List<Sequence> cut = new ArrayList<>();

  private Sequences(int points, int warmUpPoints) {
    this.points = points;
    this.warmUpPoints = warmUpPoints;
  }

  /**
   * Cuts for training: each point occurs once, and each pass has other cuts.
   *
   * @param random chooses the cuts
   */
  static List<Sequence> forTraining(List<SeriesSpan> spans, int points, Random random) {
    Sequences sequences = new Sequences(points, 0);
    spans.forEach(span -> sequences.cut(span, 1 + random.nextInt(points)));
    return sequences.cut;
  }

  /**
   * Cuts for evaluation: the same number of earlier points precedes each sequence; they warm up the
   * state and do not count.
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
      cut.add(new Sequence(series, warmUpFrom(series, from), to, from));
    }
  }

  private int warmUpFrom(ScaledSeries series, int from) {
    int start = from;
    while (start > 0 && from - start < warmUpPoints && !series.restart[start]) {
      start--;
    }
    return start;
  }
}
