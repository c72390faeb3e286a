package dev.weir.forecast;

/** {@link LstmCell} for many series side by side, a lane each; the same floats. */
final class LstmLanes {

  private final int hidden;

  /** Of the step before, which every unit reads until the last has stepped. */
  private final float[][] before;

  private final float[][] output;
  private final float[][] cells;
  private final LaneSums gates;
  private final float[] shown;

  /**
   * @param input rows that the caller or the layer below writes to, {@code [inputs][lane]}
   */
  LstmLanes(Weights weights, int layer, float[][] input, int hidden) {
    this.hidden = hidden;
    int lanes = input[0].length;
    before = new float[hidden][lanes];
    output = new float[hidden][lanes];
    cells = new float[hidden][lanes];
    shown = new float[lanes];
    float[][] inputs = new float[input.length + hidden][];
    System.arraycopy(input, 0, inputs, 0, input.length);
    System.arraycopy(before, 0, inputs, input.length, hidden);
    LstmCell.Blocks blocks = LstmCell.Blocks.of(weights, layer, input.length, hidden);
    gates = new LaneSums(inputs, blocks.bias(), blocks.ofInput(), blocks.ofOutput());
  }

  /** Rows of its output, {@code [hidden][lane]}. */
  float[][] output() {
    return output;
  }

  /** Takes one series' state, {@code [h, c]}, into a lane; returns where it ends. */
  int take(float[] state, int stateAt, int lane) {
    for (int j = 0; j < hidden; j++) {
      before[j][lane] = state[stateAt + j];
      cells[j][lane] = state[stateAt + hidden + j];
    }
    return stateAt + 2 * hidden;
  }

  /** Gives it back; returns where it ends. */
  int give(float[] state, int stateAt, int lane) {
    for (int j = 0; j < hidden; j++) {
      state[stateAt + j] = output[j][lane];
      state[stateAt + hidden + j] = cells[j][lane];
    }
    return stateAt + 2 * hidden;
  }

  /** One step of the first lanes, unit by unit. */
  void step(int lanes) {
    for (int unit = 0; unit < hidden; unit++) {
      float[][] sums = gates.sums(unit, lanes);
      for (float[] gate : sums) {
        Activation.tanh(gate, 0, lanes);
      }
      remember(sums[0], sums[1], sums[2], cells[unit], shown, lanes);
      Activation.tanh(shown, 0, lanes);
      show(sums[3], shown, output[unit], lanes);
    }
  }

  private static void remember(
      float[] in, float[] forget, float[] candidate, float[] cell, float[] shown, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      float c =
          Activation.open(forget[lane]) * cell[lane] + Activation.open(in[lane]) * candidate[lane];
      cell[lane] = c;
      shown[lane] = c;
    }
  }

  private static void show(float[] out, float[] shown, float[] output, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      output[lane] = Activation.open(out[lane]) * shown[lane];
    }
  }
}
