package dev.weir.decision;

import dev.weir.score.AnomalyScore;
import dev.weir.score.Signal;

/**
 * What a point was judged by.
 *
 * @param timeMillis event time, milliseconds
 * @param values the point, {@code [feature]}
 * @param band what was expected instead
 * @param log10Rate how often such a point comes up, incidents a point, as a decimal logarithm
 * @param log10Line rate from which down this point was anomalous: the line of the user's budget
 * @param view in what way it is unusual
 * @param contributions each feature's share in it, {@code [feature]}, sum 1
 * @param guarantee how far the budget holds for this series
 */
public record Evidence(
    long timeMillis,
    double[] values,
    Band band,
    double log10Rate,
    double log10Line,
    Signal view,
    double[] contributions,
    Guarantee guarantee) {

  /**
   * Rarity, 0 to 1, the same for every series and budget ({@link AnomalyScore}); 0 where the series
   * is not judged yet. Computed when asked for, since few points are.
   */
  public double score() {
    return guarantee == Guarantee.LEARNING ? 0 : AnomalyScore.ofRate(log10Rate);
  }

  /** Score from which on this point was anomalous; 1 where the series is not judged yet. */
  public double threshold() {
    return guarantee == Guarantee.LEARNING ? 1 : AnomalyScore.ofRate(log10Line);
  }

  /** Index of the feature that contributed most. */
  public int feature() {
    int most = 0;
    for (int f = 1; f < contributions.length; f++) {
      most = contributions[f] > contributions[most] ? f : most;
    }
    return most;
  }
}
