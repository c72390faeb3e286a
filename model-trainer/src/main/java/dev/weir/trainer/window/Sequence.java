// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * Consecutive points of one series without a gap, stepped from a state of zero.
 *
 * @param from index of the first point
 * @param to end index, exclusive
 * @param countFrom index of the first point whose target counts; earlier points only warm up the
 *     state
 */
record Sequence(ScaledSeries series, int from, int to, int countFrom) {

  int length() {
    return to - from;
  }

  /** Whether the loss counts the target of this point. */
  boolean counts(int t) {
    return t >= countFrom && t < to && series.hasTarget[t];
  }
}
