package dev.weir.score;

/**
 * A running average that is plain until it has seen a span, and forgets exponentially from then on.
 */
final class ExponentialAverage {

  private static final int LONGEST_SPAN = 256;

  /** A division takes as long as all else here. */
  private static final double[] WEIGHTS = weights();

  private ExponentialAverage() {}

  private static double[] weights() {
    double[] weights = new double[LONGEST_SPAN + 1];
    for (int points = 1; points <= LONGEST_SPAN; points++) {
      weights[points] = 1.0 / points;
    }
    return weights;
  }

  /**
   * The average with one more value in it.
   *
   * @param span points after which a value's weight has fallen to a third, 256 at most
   * @param count values before this one
   */
  static float next(float average, double value, int span, int count) {
    double weight = WEIGHTS[Math.min(span, count + 1)];
    return (float) (average + weight * (value - average));
  }
}
