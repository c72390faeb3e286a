package dev.weir.forecast;

/**
 * Long short-term memory with forget gate (Gers, Schmidhuber &amp; Cummins 2000, eq. 2-6):
 *
 * <pre>
 * i, f, o = sigmoid(W x + U h + b);  g = tanh(W x + U h + b)
 * c = f * c + i * g;  h = o * tanh(c)
 * </pre>
 *
 * <p>Layout. The weights stand transposed, a row an input: the gates' sums then grow by one input
 * times one row, four rows in one pass, which the JIT turns into SIMD on any JDK; a dot product per
 * unit would be a reduction, which it leaves scalar. Each row is an array of its own since the JDK
 * 17 compiler does not vectorise through offsets into one.
 */
final class LstmCell implements Cell {

  private static final int GATES = 4;

  private final int inputs;
  private final int hidden;

  /** {@code [inputs + hidden, padded to 4][4 * hidden]}; rows of padding are zero. */
  private final float[][] rows;

  private final float[] bias;
  private final float[] joined;
  private final float[] gates;
  private final float[] squashed;

  LstmCell(Weights weights, int layer, int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    int width = GATES * hidden;
    int joinedSize = (inputs + hidden + 3) / 4 * 4;
    rows = new float[joinedSize][width];
    transpose(weights.require("lstm.weight_ih_l" + layer, width, inputs), inputs, 0);
    transpose(weights.require("lstm.weight_hh_l" + layer, width, hidden), hidden, inputs);
    bias = weights.require("lstm.bias_l" + layer, width).clone();
    joined = new float[joinedSize];
    gates = new float[width];
    squashed = new float[hidden];
  }

  private void transpose(float[] matrix, int columns, int firstRow) {
    for (int i = 0; i < matrix.length; i++) {
      rows[firstRow + i % columns][i / columns] = matrix[i];
    }
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
    System.arraycopy(input, inputAt, joined, 0, inputs);
    System.arraycopy(state, stateAt, joined, inputs, hidden);
    System.arraycopy(bias, 0, gates, 0, gates.length);
    for (int row = 0; row < rows.length; row += 4) {
      accumulate(row);
    }
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

  private void accumulate(int row) {
    float x0 = joined[row];
    float x1 = joined[row + 1];
    float x2 = joined[row + 2];
    float x3 = joined[row + 3];
    accumulate(x0, rows[row], x1, rows[row + 1], x2, rows[row + 2], x3, rows[row + 3], gates);
  }

  /** One pass over four rows; apart, so that the JIT sees plain arrays. */
  private static void accumulate(
      float x0,
      float[] r0,
      float x1,
      float[] r1,
      float x2,
      float[] r2,
      float x3,
      float[] r3,
      float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] =
          Math.fma(
              x3, r3[j], Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], sums[j]))));
    }
  }

  private static void activate(float[] gates, int hidden) {
    Squash.sigmoid(gates, 0, 2 * hidden);
    Squash.tanh(gates, 2 * hidden, 3 * hidden);
    Squash.sigmoid(gates, 3 * hidden, GATES * hidden);
  }
}
