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

  /** Each gate and the cell in an array of its own: the JIT vectorises no offsets into one. */
  private final float[] in;

  private final float[] forget;
  private final float[] candidate;
  private final float[] out;
  private final float[] cell;
  private final float[] shown;

  LstmCell(Weights weights, int layer, int inputs, int hidden) {
    this.hidden = hidden;
    Blocks blocks = Blocks.of(weights, layer, inputs, hidden);
    affine = new Affine(blocks.bias, blocks.ofInput, blocks.ofOutput);
    in = new float[hidden];
    forget = new float[hidden];
    candidate = new float[hidden];
    out = new float[hidden];
    cell = new float[hidden];
    shown = new float[hidden];
  }

  /**
   * One layer's weights, half of them in the rows of i, f and o, which is exact: {@code sigmoid(x)
   * = (1 + tanh(x / 2)) / 2}, and so one pass of tanh serves all gates.
   *
   * @param bias {@code [4h]}, gates in the order i, f, g, o
   * @param ofInput {@code [4h, inputs]}
   * @param ofOutput {@code [4h, h]}
   */
  record Blocks(float[] bias, float[] ofInput, float[] ofOutput) {

    static Blocks of(Weights weights, int layer, int inputs, int hidden) {
      return new Blocks(
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
    Activation.tanh(gates, 0, gates.length);
    System.arraycopy(gates, 0, in, 0, hidden);
    System.arraycopy(gates, hidden, forget, 0, hidden);
    System.arraycopy(gates, 2 * hidden, candidate, 0, hidden);
    System.arraycopy(gates, 3 * hidden, out, 0, hidden);
    System.arraycopy(state, stateAt + hidden, cell, 0, hidden);
    remember(in, forget, candidate, cell, shown);
    System.arraycopy(cell, 0, state, stateAt + hidden, hidden);
    Activation.tanh(shown, 0, hidden);
    show(out, shown);
    System.arraycopy(shown, 0, state, stateAt, hidden);
  }

  private static void remember(
      float[] in, float[] forget, float[] candidate, float[] cell, float[] shown) {
    for (int j = 0; j < cell.length; j++) {
      float c = Activation.open(forget[j]) * cell[j] + Activation.open(in[j]) * candidate[j];
      cell[j] = c;
      shown[j] = c;
    }
  }

  private static void show(float[] out, float[] shown) {
    for (int j = 0; j < shown.length; j++) {
      shown[j] = Activation.open(out[j]) * shown[j];
    }
  }
}
