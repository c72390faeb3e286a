package dev.weir.score;

/**
 * Between rate and score: {@code score = 1 / (1 + 1000 rate)} for an incident that comes up {@code
 * rate} times a point, so that 0.5 is once in a thousand points, 0.91 once in ten thousand, 0.09
 * once in a hundred.
 *
 * <p>The same score is as rare in every series and under every budget; where a series' line lies on
 * this scale is said beside it.
 */
public final class AnomalyScore {

  /** Decades between a rate of one incident a point and that of score 0.5. */
  private static final double MIDDLE = 3;

  /** Beyond this many decades from the middle the score says no more. */
  private static final double MOST_DECADES = 6;

  private AnomalyScore() {}

  /**
   * @param log10Rate incidents per point, as a decimal logarithm
   * @return above 0, below 1
   */
  public static double ofRate(double log10Rate) {
    double decades = Math.max(-MOST_DECADES, Math.min(MOST_DECADES, -log10Rate - MIDDLE));
    return 1 / (1 + Math.pow(10, -decades));
  }
}
