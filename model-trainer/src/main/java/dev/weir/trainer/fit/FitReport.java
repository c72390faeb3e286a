// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;

/**
 * Result of a fit.
 *
 * @param epochs result of each pass
 * @param bestEpoch pass whose weights were kept; 0 if none was better than the initial weights
 * @param bestLoss validation loss of those weights, mean negative log-likelihood per target and
 *     feature
 * @param points targets trained on in all passes
 * @param batches batches trained on
 * @param skipped batches skipped because loss or gradient was not finite
 * @param seconds wall time, including validation
 * @param gradients norms of the gradients
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

  /** Targets trained on per second of wall time, including validation. */
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
