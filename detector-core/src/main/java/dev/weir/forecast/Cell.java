// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * A recurrent layer: computes the new state of one series from its input and its previous state.
 *
 * <p>A cell owns its buffers, so that a step allocates nothing. Use one instance per thread.
 */
abstract class Cell {

  /** Number of units, which is the length of the output. */
  final int hidden;

  /** Number of floats in the state of one series. The first {@link #hidden} are the output. */
  final int stateSize;

  Cell(int hidden, int stateSize) {
    this.hidden = hidden;
    this.stateSize = stateSize;
  }

  /**
   * Steps one series.
   *
   * @param input holds the input of this layer, {@code [inputs]}, at {@code inputOffset}
   * @param state holds the state of this layer, {@code [stateSize]}, at {@code stateOffset};
   *     replaced by the new state
   */
  abstract void step(float[] input, int inputOffset, float[] state, int stateOffset);
}
