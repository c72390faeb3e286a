// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.network.ForecastNetwork;
import java.util.List;

/**
 * Early stopping: keeps the weights of the lowest validation loss and ends the fit when it no
 * longer falls.
 */
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
   * Records the validation loss of a pass.
   *
   * @return whether it is the lowest so far
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

  boolean shouldStop() {
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
