package dev.weir.decision;

import dev.weir.score.View;

/**
 * What a point was judged by.
 *
 * @param timeMillis event time, milliseconds
 * @param values the point, {@code [feature]}
 * @param band what was expected instead
 * @param score rarity, 0 to 1, the same for every series and budget ({@link
 *     dev.weir.score.AnomalyScore})
 * @param threshold score from which on this point was anomalous: the line of the user's budget
 * @param view in what way it is unusual
 * @param contributions each feature's share in it, {@code [feature]}, sum 1
 * @param guarantee how far the budget holds for this series
 */
public record Evidence(
    long timeMillis,
    double[] values,
    Band band,
    double score,
    double threshold,
    View view,
    double[] contributions,
    Guarantee guarantee) {

  /** Index of the feature that contributed most. */
  public int feature() {
    int most = 0;
    for (int f = 1; f < contributions.length; f++) {
      most = contributions[f] > contributions[most] ? f : most;
    }
    return most;
  }
}
