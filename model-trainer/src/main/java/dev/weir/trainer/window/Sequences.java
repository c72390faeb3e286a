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

  private Sequences() {}

  /**
   * For training: no point is shown twice, and the cuts fall elsewhere in every pass.
   *
   * @param random moves the cuts
   */
  static List<Sequence> forTraining(List<SeriesSpan> spans, int points, Random random) {
    List<Sequence> sequences = new ArrayList<>();
    for (SeriesSpan span : spans) {
      int phase = 1 + random.nextInt(points);
      cut(span, Math.max(0, span.from() - 1), phase, points, 0, sequences);
    }
    return sequences;
  }

  /**
   * For judging: each sequence is led in by as many points again, which bring the state up and
   * don't count.
   */
  static List<Sequence> forJudging(List<SeriesSpan> spans, int points) {
    List<Sequence> sequences = new ArrayList<>();
    for (SeriesSpan span : spans) {
      cut(span, Math.max(0, span.from() - 1), points, points, points, sequences);
    }
    return sequences;
  }

  private static void cut(
      SeriesSpan span, int start, int first, int points, int leadIn, List<Sequence> out) {
    int from = start;
    int limit = start + first;
    for (int t = start + 1; t < span.to(); t++) {
      if (span.series().restart[t] || t == limit) {
        add(span, from, t, leadIn, out);
        limit = t + points;
        from = t;
      }
    }
    add(span, from, span.to() - 1, leadIn, out);
  }

  private static void add(SeriesSpan span, int from, int to, int leadIn, List<Sequence> out) {
    if (to > from) {
      int led = leadIn(span.series(), from, leadIn);
      out.add(new Sequence(span.series(), led, to, from));
    }
  }

  private static int leadIn(ScaledSeries series, int from, int points) {
    int start = from;
    while (start > 0 && from - start < points && !series.restart[start]) {
      start--;
    }
    return start;
  }
}
