package dev.weir.forecast;

/**
 * A recurrent layer: computes the new state of one series from its input and its previous state.
 *
 * <p>An implementation owns its buffers, so that a step allocates nothing. Use one instance per
 * thread.
 */
interface Cell {

  /**
   * Number of floats in the state of one series. The first {@link #hidden()} of them are the output
   * of the layer.
   */
  int stateSize();

  /** Number of units, which is the length of the output. */
  int hidden();

  /**
   * Steps one series.
   *
   * @param input holds the input of this layer, {@code [inputs]}, at {@code inputOffset}
   * @param state holds the state of this layer, {@code [stateSize]}, at {@code stateOffset};
   *     replaced by the new state
   */
  void step(float[] input, int inputOffset, float[] state, int stateOffset);
}
