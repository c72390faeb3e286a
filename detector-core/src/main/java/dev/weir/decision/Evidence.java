package dev.weir.decision;

import dev.weir.score.View;

/**
 * What a point was judged by.
 *
 * @param timeMillis event time, milliseconds
 * @param values the point, {@code [feature]}
 * @param band what was expected instead
 * @param score unit-free rarity, 0 to 1; 0.5 on the line of the user's budget
 * @param view in what way it is unusual
 * @param contributions each feature's share in it, {@code [feature]}, sum 1
 * @param guarantee how far the budget holds for this series
 */
public record Evidence(
    long timeMillis,
    double[] values,
    Band band,
    double score,
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
