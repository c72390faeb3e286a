package dev.weir.forecast;

/**
 * One layer's transition: input and state of one series in, new state out.
 *
 * <p>An implementation owns its scratch space, so that a step allocates nothing; hence one instance
 * a thread.
 */
interface Cell {

  /**
   * Floats of state that this layer keeps a series; the first {@link #hidden()} of them are its
   * output.
   */
  int stateSize();

  /** Units, and thus the length of the output. */
  int hidden();

  /**
   * Moves the state one step on.
   *
   * @param input holds this layer's input, {@code [inputs]}, from {@code inputAt} on
   * @param state holds this layer's state, {@code [stateSize]}, from {@code stateAt} on;
   *     overwritten
   */
  void step(float[] input, int inputAt, float[] state, int stateAt);
}
