// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The long short-term memory with forget gate (Gers, Schmidhuber &amp; Cummins 2000, eq. 2-6):
 *
 * <pre>
 * i, f, o = sigmoid(W x + U h + b);  g = tanh(W x + U h + b)
 * c = f * c + i * g;  h = o * tanh(c)
 * </pre>
 *
 * <p>State {@code [h, c]}.
 */
final class LstmCell extends Cell {

  private static final int GATES = 4;

  private final Affine affine;

  /** Separate arrays, since the JIT does not vectorise accesses with an offset. */
  private final float[] in;

  private final float[] forget;
  private final float[] candidate;
  private final float[] out;
  private final float[] cell;
  private final float[] output;

  LstmCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, 2 * hidden);
    GateWeights gates = GateWeights.of(weights, layer, inputs, hidden);
    affine = new Affine(gates.bias, gates.input, gates.recurrent);
    in = new float[hidden];
    forget = new float[hidden];
    candidate = new float[hidden];
    out = new float[hidden];
    cell = new float[hidden];
    output = new float[hidden];
  }

  /**
   * The weights of one layer, with the rows of i, f and o halved. Halving is exact, and since
   * {@code sigmoid(x) = (1 + tanh(x / 2)) / 2}, a single pass of tanh serves all gates.
   *
   * @param bias {@code [4h]}, gates in the order i, f, g, o
   * @param input {@code [4h, inputs]}
   * @param recurrent {@code [4h, h]}
   */
  record GateWeights(float[] bias, float[] input, float[] recurrent) {

    static GateWeights of(Weights weights, int layer, int inputs, int hidden) {
      return new GateWeights(
          halved(weights.require("lstm.bias_l" + layer, GATES * hidden), hidden),
          halved(weights.require("lstm.weight_ih_l" + layer, GATES * hidden, inputs), hidden),
          halved(weights.require("lstm.weight_hh_l" + layer, GATES * hidden, hidden), hidden));
    }

    private static float[] halved(float[] rows, int hidden) {
      float[] halved = rows.clone();
      int gate = hidden * (rows.length / (GATES * hidden));
      for (int i = 0; i < rows.length; i++) {
        boolean candidate = i / gate == 2;
        halved[i] = candidate ? rows[i] : rows[i] / 2;
      }
      return halved;
    }
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    float[] gates = affine.compute(input, inputOffset, state, stateOffset);
    Activation.tanh(gates, 0, gates.length);
    System.arraycopy(gates, 0, in, 0, hidden);
    System.arraycopy(gates, hidden, forget, 0, hidden);
    System.arraycopy(gates, 2 * hidden, candidate, 0, hidden);
    System.arraycopy(gates, 3 * hidden, out, 0, hidden);
    System.arraycopy(state, stateOffset + hidden, cell, 0, hidden);
    updateCell(in, forget, candidate, cell, hidden);
    System.arraycopy(cell, 0, state, stateOffset + hidden, hidden);
    System.arraycopy(cell, 0, output, 0, hidden);
    Activation.tanh(output, 0, hidden);
    applyOutputGate(out, output, hidden);
    System.arraycopy(output, 0, state, stateOffset, hidden);
  }

  /**
   * Computes {@code c = f * c + i * g}.
   *
   * @param in {@code tanh(x / 2)} of the input gate
   * @param forget {@code tanh(x / 2)} of the forget gate
   * @param count number of elements
   */
  static void updateCell(float[] in, float[] forget, float[] candidate, float[] cell, int count) {
    for (int j = 0; j < count; j++) {
      float kept = Activation.sigmoidFromHalfTanh(forget[j]) * cell[j];
      cell[j] = kept + Activation.sigmoidFromHalfTanh(in[j]) * candidate[j];
    }
  }

  /**
   * Computes {@code h = o * tanh(c)}.
   *
   * @param out {@code tanh(x / 2)} of the output gate
   * @param output {@code tanh(c)}; replaced by the output
   * @param count number of elements
   */
  static void applyOutputGate(float[] out, float[] output, int count) {
    for (int j = 0; j < count; j++) {
      output[j] = Activation.sigmoidFromHalfTanh(out[j]) * output[j];
    }
  }
}
