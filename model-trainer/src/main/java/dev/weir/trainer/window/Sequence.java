// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * A run of points of one series without a gap, to be stepped from an empty state.
 *
 * @param series the series
 * @param from first point
 * @param to behind the last point
 * @param countFrom first point whose target counts; those before it only bring the state up
 */
record Sequence(ScaledSeries series, int from, int to, int countFrom) {

  int length() {
    return to - from;
  }

  boolean counts(int t) {
    return t >= countFrom && t < to && series.hasTarget[t];
  }
}
