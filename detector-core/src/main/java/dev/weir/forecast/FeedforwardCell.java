// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The feedforward layer: {@code h = tanh(W [x(t), x(t-1), ..., x(t-15)] + b)}.
 *
 * <p>The input of the first layer is a window of the last {@value CellKind#FEEDFORWARD_LAGS}
 * inputs, padded with zeros at the start of a sequence. The input of the other layers is the output
 * of the layer below at this step. State {@code [h, window]}, the newest input first.
 */
final class FeedforwardCell extends Cell {

  private final int inputs;
  private final int window;
  private final Affine affine;

  FeedforwardCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, hidden + window(layer, inputs));
    this.inputs = inputs;
    window = stateSize - hidden;
    affine =
        new Affine(
            weights.require("feedforward.bias_l" + layer, hidden),
            weights.require("feedforward.weight_l" + layer, hidden, window));
  }

  private static int window(int layer, int inputs) {
    return layer == 0 ? CellKind.FEEDFORWARD_LAGS * inputs : inputs;
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    int windowOffset = stateOffset + hidden;
    System.arraycopy(state, windowOffset, state, windowOffset + inputs, window - inputs);
    System.arraycopy(input, inputOffset, state, windowOffset, inputs);
    affine.setInput(0, state, windowOffset, window);
    float[] next = affine.compute();
    Activation.tanh(next, 0, hidden);
    System.arraycopy(next, 0, state, stateOffset, hidden);
  }
}
