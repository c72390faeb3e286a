// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

/**
 * Result of one configuration in one rung.
 *
 * @param <C> type of a configuration
 * @param loss validation loss, lower is better; not finite if the fit failed
 * @param seconds wall time of the fit
 */
public record Trial<C>(C configuration, double loss, double seconds) {

  /** Rank of the trial, lower is better; a failed trial comes last. */
  double rank() {
    return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
  }
}
