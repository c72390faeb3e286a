// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;

/**
 * How a fit went.
 *
 * @param epochs each pass
 * @param bestEpoch the pass whose weights were kept; 0 where none was better than the start
 * @param bestLoss validation loss of those weights, negative log-likelihood a target and feature
 * @param points targets learnt from, all passes together
 * @param batches batches learnt from
 * @param skipped batches not learnt from, since loss or gradient was not finite
 * @param seconds wall time
 * @param gradients what gradients did
 */
public record FitReport(
    List<EpochOutcome> epochs,
    int bestEpoch,
    double bestLoss,
    long points,
    int batches,
    int skipped,
    double seconds,
    GradientNorms gradients) {

  /** Targets learnt from in a second of wall time, validation and all. */
  public double pointsPerSecond() {
    return points / Math.max(seconds, 1e-9);
  }

  static FitReport of(
      List<EpochOutcome> epochs, EarlyStopping stopping, double seconds, GradientNorms gradients) {
    return new FitReport(
        List.copyOf(epochs),
        stopping.bestEpoch(),
        stopping.bestLoss(),
        epochs.stream().mapToLong(EpochOutcome::points).sum(),
        epochs.stream().mapToInt(EpochOutcome::batches).sum(),
        epochs.stream().mapToInt(EpochOutcome::skipped).sum(),
        seconds,
        gradients);
  }
}
