package dev.weir.forecast;

/**
 * Gated recurrent unit (Cho et al. 2014), with the reset gate behind the product as in PyTorch:
 *
 * <pre>
 * r, z = sigmoid(W x + b + U h + d);  n = tanh(W x + b + r * (U h + d))
 * h = (1 - z) * n + z * h
 * </pre>
 *
 * <p>State {@code [h]}.
 */
final class GruCell implements Cell {

  private static final int GATES = 3;

  private final int inputs;
  private final int hidden;
  private final Affine ofInput;
  private final Affine ofState;

  GruCell(Weights weights, int layer, int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    int width = GATES * hidden;
    ofInput =
        new Affine(
            weights.require("gru.bias_ih_l" + layer, width),
            weights.require("gru.weight_ih_l" + layer, width, inputs));
    ofState =
        new Affine(
            weights.require("gru.bias_hh_l" + layer, width),
            weights.require("gru.weight_hh_l" + layer, width, hidden));
  }

  @Override
  public int stateSize() {
    return hidden;
  }

  @Override
  public int hidden() {
    return hidden;
  }

  @Override
  public void step(float[] input, int inputAt, float[] state, int stateAt) {
    ofInput.put(0, input, inputAt, inputs);
    ofState.put(0, state, stateAt, hidden);
    float[] gates = ofInput.sums();
    activate(gates, ofState.sums(), hidden);
    for (int j = 0; j < hidden; j++) {
      float n = gates[2 * hidden + j];
      state[stateAt + j] = Math.fma(gates[hidden + j], state[stateAt + j] - n, n);
    }
  }

  /** Gates in the order r, z, n. */
  private static void activate(float[] gates, float[] recurrent, int hidden) {
    for (int j = 0; j < 2 * hidden; j++) {
      gates[j] += recurrent[j];
    }
    Activation.sigmoid(gates, 0, 2 * hidden);
    for (int j = 0; j < hidden; j++) {
      gates[2 * hidden + j] = Math.fma(gates[j], recurrent[2 * hidden + j], gates[2 * hidden + j]);
    }
    Activation.tanh(gates, 2 * hidden, GATES * hidden);
  }
}
