package dev.weir.score;

/**
 * Between rarity and the score: {@code score = 1 / (1 + 10^-decades)}, so that 0.5 lies on the line
 * of the user's budget, 0.91 is ten times rarer, and 0.09 ten times more common.
 */
public final class AnomalyScore {

  /** The score on the line: what an alert takes. */
  public static final double ALERT = 0.5;

  /** Beyond this the score says no more. */
  private static final double MOST_DECADES = 6;

  private AnomalyScore() {}

  /**
   * @param decades how far beyond the line of the budget; below it negative
   * @return above 0, below 1
   */
  public static double ofDecades(double decades) {
    return 1 / (1 + Math.pow(10, -Math.max(-MOST_DECADES, Math.min(MOST_DECADES, decades))));
  }
}
