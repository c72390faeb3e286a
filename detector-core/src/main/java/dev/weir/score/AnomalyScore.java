// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

/**
 * The score of a point: {@code score = 1 / (1 + 1000 rate)} for a rate of incidents per point. A
 * score of 0.5 is once in 1,000 points, 0.91 once in 10,000, 0.09 once in 100.
 *
 * <p>The same score is equally rare in every series and for every budget. The threshold of a series
 * is on the same scale.
 */
public final class AnomalyScore {

  /** {@code -log10} of the rate whose score is 0.5. */
  private static final double CENTER = 3;

  /** Scores further from the center than this number of decades are clamped. */
  private static final double MAX_DECADES = 6;

  private AnomalyScore() {}

  /**
   * Returns the score of a rate.
   *
   * @param log10Rate incidents per point, as a decimal logarithm
   * @return above 0, below 1
   */
  public static double ofRate(double log10Rate) {
    double decades = Math.max(-MAX_DECADES, Math.min(MAX_DECADES, -log10Rate - CENTER));
    return 1 / (1 + Math.pow(10, -decades));
  }
}
