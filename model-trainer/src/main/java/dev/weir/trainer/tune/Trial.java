// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

/**
 * What a configuration did within one rung.
 *
 * @param <C> type of a configuration
 * @param configuration what was tried
 * @param loss on held-out time, lower is better; not finite where the fit failed
 * @param seconds what it took
 */
public record Trial<C>(C configuration, double loss, double seconds) {

  /** By which trials are ranked: a failed one comes behind all others. */
  double rank() {
    return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
  }
}
