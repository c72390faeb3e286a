// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;

/** Keeps the weights that did best on the validation span, and tells when to give up. */
final class EarlyStopping {

  private final int patience;
  private double best = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private int passesWithoutGain;
  private List<float[]> weights;

  EarlyStopping(int patience, ForecastNetwork network) {
    this.patience = patience;
    weights = network.snapshot();
  }

  /**
   * @return whether it is the best so far
   */
  boolean observe(int epoch, double loss, ForecastNetwork network) {
    if (loss < best) {
      best = loss;
      bestEpoch = epoch;
      passesWithoutGain = 0;
      weights = network.snapshot();
      return true;
    }
    passesWithoutGain++;
    return false;
  }

  boolean isOver() {
    return passesWithoutGain >= patience;
  }

  double bestLoss() {
    return best;
  }

  int bestEpoch() {
    return bestEpoch;
  }

  void restoreBest(ForecastNetwork network) {
    network.restore(weights);
  }
}
