// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The gated recurrent unit (Cho et al. 2014). As in PyTorch, the reset gate is applied after the
 * product:
 *
 * <pre>
 * r, z = sigmoid(W x + b + U h + d);  n = tanh(W x + b + r * (U h + d))
 * h = (1 - z) * n + z * h
 * </pre>
 *
 * <p>State {@code [h]}.
 */
final class GruCell extends Cell {

  private static final int GATES = 3;

  private final int inputs;
  private final Affine inputSums;
  private final Affine stateSums;

  GruCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, hidden);
    this.inputs = inputs;
    int width = GATES * hidden;
    inputSums =
        new Affine(
            weights.require("gru.bias_ih_l" + layer, width),
            weights.require("gru.weight_ih_l" + layer, width, inputs));
    stateSums =
        new Affine(
            weights.require("gru.bias_hh_l" + layer, width),
            weights.require("gru.weight_hh_l" + layer, width, hidden));
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    inputSums.setInput(0, input, inputOffset, inputs);
    stateSums.setInput(0, state, stateOffset, hidden);
    float[] gates = inputSums.compute();
    activate(gates, stateSums.compute(), hidden);
    for (int j = 0; j < hidden; j++) {
      float n = gates[2 * hidden + j];
      state[stateOffset + j] = Math.fma(gates[hidden + j], state[stateOffset + j] - n, n);
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
