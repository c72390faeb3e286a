package dev.weir.forecast;

/**
 * Long short-term memory with forget gate (Gers, Schmidhuber &amp; Cummins 2000, eq. 2-6):
 *
 * <pre>
 * i, f, o = sigmoid(W x + U h + b);  g = tanh(W x + U h + b)
 * c = f * c + i * g;  h = o * tanh(c)
 * </pre>
 *
 * <p>State {@code [h, c]}.
 */
final class LstmCell implements Cell {

  private static final int GATES = 4;

  private final int hidden;
  private final Affine affine;
  private final float[] squashed;

  LstmCell(Weights weights, int layer, int inputs, int hidden) {
    this.hidden = hidden;
    affine = affine(weights, layer, inputs, hidden);
    squashed = new float[hidden];
  }

  /** All gates' sums, in the order i, f, g, o. */
  static Affine affine(Weights weights, int layer, int inputs, int hidden) {
    int width = GATES * hidden;
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
    activate(gates, hidden);
    for (int j = 0; j < hidden; j++) {
      int c = stateAt + hidden + j;
      state[c] = gates[hidden + j] * state[c] + gates[j] * gates[2 * hidden + j];
      squashed[j] = state[c];
    }
    Squash.tanh(squashed, 0, hidden);
    for (int j = 0; j < hidden; j++) {
      state[stateAt + j] = gates[3 * hidden + j] * squashed[j];
    }
  }

  private static void activate(float[] gates, int hidden) {
    Squash.sigmoid(gates, 0, 2 * hidden);
    Squash.tanh(gates, 2 * hidden, 3 * hidden);
    Squash.sigmoid(gates, 3 * hidden, GATES * hidden);
  }
}
