// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

/** A running average: the plain mean of the first values, then an exponential average. */
final class ExponentialAverage {

  private static final int MAX_SPAN = 256;

  /** Reciprocals are precomputed, since a division would dominate {@link #next}. */
  private static final double[] WEIGHTS = weights();

  private ExponentialAverage() {}

  private static double[] weights() {
    double[] weights = new double[MAX_SPAN + 1];
    for (int points = 1; points <= MAX_SPAN; points++) {
      weights[points] = 1.0 / points;
    }
    return weights;
  }

  /**
   * Returns the average including one more value.
   *
   * @param span points after which the weight of a value has fallen to 1 / e, 256 at most
   * @param count number of previous values
   */
  static float next(float average, double value, int span, int count) {
    double weight = WEIGHTS[Math.min(span, count + 1)];
    return (float) (average + weight * (value - average));
  }
}
