package dev.weir.forecast;

/**
 * LSTM whose gates see the cell (Gers &amp; Schmidhuber 2000; Graves 2013, eq. 7-11): the input and
 * the forget gate see it as it was, the output gate as it becomes.
 *
 * <pre>
 * i, f = sigmoid(W x + U h + p * c + b);  g = tanh(W x + U h + b)
 * c = f * c + i * g
 * o = sigmoid(W x + U h + p * c + b);  h = o * tanh(c)
 * </pre>
 *
 * <p>State {@code [h, c]}.
 */
final class LstmPeepholeCell implements Cell {

  private final int hidden;
  private final Affine affine;

  /** {@code [3 * hidden]}, of i, f and o. */
  private final float[] peephole;

  private final float[] squashed;

  LstmPeepholeCell(Weights weights, int layer, int inputs, int hidden) {
    this.hidden = hidden;
    affine = affine(weights, layer, inputs, hidden);
    peephole = weights.require("lstm.peephole_l" + layer, 3 * hidden).clone();
    squashed = new float[hidden];
  }

  /** All gates' sums, in the order i, f, g, o. */
  private static Affine affine(Weights weights, int layer, int inputs, int hidden) {
    int width = 4 * hidden;
    return new Affine(
        weights.require("lstm.bias_l" + layer, width),
        weights.require("lstm.weight_ih_l" + layer, width, inputs),
        weights.require("lstm.weight_hh_l" + layer, width, hidden));
  }

  @Override
  public int stateSize() {
    return 2 * hidden;
  }

  @Override
  public int hidden() {
    return hidden;
  }

  @Override
  public void step(float[] input, int inputAt, float[] state, int stateAt) {
    float[] gates = affine.sums(input, inputAt, state, stateAt);
    cell(gates, state, stateAt + hidden);
    Activation.sigmoid(gates, 3 * hidden, 4 * hidden);
    Activation.tanh(squashed, 0, hidden);
    for (int j = 0; j < hidden; j++) {
      state[stateAt + j] = gates[3 * hidden + j] * squashed[j];
    }
  }

  private void cell(float[] gates, float[] state, int cellAt) {
    for (int j = 0; j < hidden; j++) {
      gates[j] = Math.fma(peephole[j], state[cellAt + j], gates[j]);
      gates[hidden + j] = Math.fma(peephole[hidden + j], state[cellAt + j], gates[hidden + j]);
    }
    Activation.sigmoid(gates, 0, 2 * hidden);
    Activation.tanh(gates, 2 * hidden, 3 * hidden);
    for (int j = 0; j < hidden; j++) {
      float c = gates[hidden + j] * state[cellAt + j] + gates[j] * gates[2 * hidden + j];
      gates[3 * hidden + j] = Math.fma(peephole[2 * hidden + j], c, gates[3 * hidden + j]);
      state[cellAt + j] = c;
      squashed[j] = c;
    }
  }
}
