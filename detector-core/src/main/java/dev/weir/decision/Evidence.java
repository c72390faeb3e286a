// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import dev.weir.score.AnomalyScore;
import dev.weir.score.Signal;

/**
 * The values that explain a decision. Its arrays are not copied and must not be changed.
 *
 * @param timeMillis event time of the point, milliseconds
 * @param values values of the point, {@code [feature]}
 * @param band forecast of the point
 * @param log10Rate incidents per point with at least this surprise, as a decimal logarithm
 * @param log10Threshold the rate from which down this point is anomalous, as a decimal logarithm
 * @param signal the signal that contributed most to the surprise
 * @param contributions share of each feature in the surprise, {@code [feature]}, sum 1
 * @param guarantee how far the budget holds for this series
 */
public record Evidence(
    long timeMillis,
    double[] values,
    Band band,
    double log10Rate,
    double log10Threshold,
    Signal signal,
    double[] contributions,
    Guarantee guarantee) {

  /** The {@link AnomalyScore} of the point, 0 to 1; 0 during the warm-up. */
  public double score() {
    return guarantee == Guarantee.LEARNING ? 0 : AnomalyScore.ofRate(log10Rate);
  }

  /** The score from which this point is anomalous, 0 to 1; 1 during the warm-up. */
  public double threshold() {
    return guarantee == Guarantee.LEARNING ? 1 : AnomalyScore.ofRate(log10Threshold);
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
