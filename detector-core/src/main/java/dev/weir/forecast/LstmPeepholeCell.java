// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The LSTM with peephole connections from the cell to the gates (Gers &amp; Schmidhuber 2000;
 * Graves 2013, eq. 7-11). The input and the forget gate use the previous cell, the output gate the
 * new cell:
 *
 * <pre>
 * i, f = sigmoid(W x + U h + p * c + b);  g = tanh(W x + U h + b)
 * c = f * c + i * g
 * o = sigmoid(W x + U h + p * c + b);  h = o * tanh(c)
 * </pre>
 *
 * <p>State {@code [h, c]}.
 */
final class LstmPeepholeCell extends Cell {

  private final Affine affine;

  /** Weights of the gates i, f and o, {@code [3 * hidden]}. */
  private final float[] peephole;

  private final float[] cellTanh;

  LstmPeepholeCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, 2 * hidden);
    affine = affine(weights, layer, inputs, hidden);
    peephole = weights.require("lstm.peephole_l" + layer, 3 * hidden).clone();
    cellTanh = new float[hidden];
  }

  /** The sums of all gates, in the order i, f, g, o. */
  private static Affine affine(Weights weights, int layer, int inputs, int hidden) {
    int width = 4 * hidden;
    return new Affine(
        weights.require("lstm.bias_l" + layer, width),
        weights.require("lstm.weight_ih_l" + layer, width, inputs),
        weights.require("lstm.weight_hh_l" + layer, width, hidden));
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    float[] gates = affine.compute(input, inputOffset, state, stateOffset);
    updateCell(gates, state, stateOffset + hidden);
    Activation.sigmoid(gates, 3 * hidden, 4 * hidden);
    Activation.tanh(cellTanh, 0, hidden);
    for (int j = 0; j < hidden; j++) {
      state[stateOffset + j] = gates[3 * hidden + j] * cellTanh[j];
    }
  }

  private void updateCell(float[] gates, float[] state, int cellOffset) {
    for (int j = 0; j < hidden; j++) {
      gates[j] = Math.fma(peephole[j], state[cellOffset + j], gates[j]);
      gates[hidden + j] = Math.fma(peephole[hidden + j], state[cellOffset + j], gates[hidden + j]);
    }
    Activation.sigmoid(gates, 0, 2 * hidden);
    Activation.tanh(gates, 2 * hidden, 3 * hidden);
    for (int j = 0; j < hidden; j++) {
      float c = gates[hidden + j] * state[cellOffset + j] + gates[j] * gates[2 * hidden + j];
      gates[3 * hidden + j] = Math.fma(peephole[2 * hidden + j], c, gates[3 * hidden + j]);
      state[cellOffset + j] = c;
      cellTanh[j] = c;
    }
  }
}
