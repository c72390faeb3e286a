package dev.weir.score;

/**
 * Between tail probability and score: {@code score = -log10(p) / 10}, so that 0.5 is one point in
 * 100,000.
 */
public final class AnomalyScore {

  private static final double DECADES = 10;

  private AnomalyScore() {}

  /** Score of a tail probability: 0 for 1, 1 for 1e-10 and below. */
  public static double ofProbability(double probability) {
    return Math.max(0, Math.min(1, -Math.log10(probability) / DECADES));
  }

  /** Tail probability of a score. */
  public static double toProbability(double score) {
    return Math.pow(10, -DECADES * score);
  }

  /**
   * Probability of the more unusual of two views: twice the smaller one, at most 1 (Bonferroni).
   */
  public static double combine(double first, double second) {
    return Math.min(1, 2 * Math.min(first, second));
  }
}
