package dev.weir.score;

/**
 * Between the rate of incidents and the score: {@code score = -log10(rate) / 10}, so that 0.5 is
 * once in 100,000 points.
 */
public final class AnomalyScore {

  private static final double DECADES = 10;

  private AnomalyScore() {}

  /**
   * @param log10Rate incidents per point, decimal logarithm
   * @return 0 for once a point and more, 1 for once in 10^10 points and less
   */
  public static double ofLog10Rate(double log10Rate) {
    return Math.max(0, Math.min(1, -log10Rate / DECADES));
  }
}
