package dev.weir.forecast;

/**
 * No recurrence: {@code h = tanh(W [x(t), x(t-1), ..., x(t-15)] + b)}.
 *
 * <p>The first layer sees the last {@value CellKind#FEEDFORWARD_LAGS} inputs, zeros where the
 * sequence has not had so many; layers above it see the layer below at this step only. State {@code
 * [h, window]}, the window's newest input first.
 */
final class FeedforwardCell implements Cell {

  private final int inputs;
  private final int hidden;
  private final int window;
  private final Affine affine;

  FeedforwardCell(Weights weights, int layer, int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    window = layer == 0 ? CellKind.FEEDFORWARD_LAGS * inputs : inputs;
    affine =
        new Affine(
            weights.require("feedforward.bias_l" + layer, hidden),
            weights.require("feedforward.weight_l" + layer, hidden, window));
  }

  @Override
  public int stateSize() {
    return hidden + window;
  }

  @Override
  public int hidden() {
    return hidden;
  }

  @Override
  public void step(float[] input, int inputAt, float[] state, int stateAt) {
    int windowAt = stateAt + hidden;
    System.arraycopy(state, windowAt, state, windowAt + inputs, window - inputs);
    System.arraycopy(input, inputAt, state, windowAt, inputs);
    affine.put(0, state, windowAt, window);
    float[] next = affine.sums();
    Activation.tanh(next, 0, hidden);
    System.arraycopy(next, 0, state, stateAt, hidden);
  }
}
