package dev.weir.score;

/**
 * A running average that is plain until it has seen a span, and forgets exponentially from then on.
 */
final class ExponentialAverage {

  private ExponentialAverage() {}

  /**
   * The average with one more value in it.
   *
   * @param span points after which a value's weight has fallen to a third
   * @param count values before this one
   */
  static float next(float average, double value, int span, int count) {
    double weight = 1.0 / Math.min(span, count + 1);
    return (float) (average + weight * (value - average));
  }
}
