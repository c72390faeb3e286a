// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/** {@link LstmCell} for many series at once, one lane per series. The results are identical. */
final class LstmLanes {

  private final int hidden;

  /** Output of the previous step. All units read it, so it is kept until the step is complete. */
  private final float[][] previous;

  private final float[][] output;
  private final float[][] cells;
  private final AffineLanes gates;

  /**
   * @param input rows that the caller or the layer below writes, {@code [inputs][lane]}
   */
  LstmLanes(Weights weights, int layer, float[][] input, int hidden) {
    this.hidden = hidden;
    int lanes = input[0].length;
    previous = new float[hidden][lanes];
    output = new float[hidden][lanes];
    cells = new float[hidden][lanes];
    float[][] inputs = new float[input.length + hidden][];
    System.arraycopy(input, 0, inputs, 0, input.length);
    System.arraycopy(previous, 0, inputs, input.length, hidden);
    LstmCell.GateWeights weightsOfGates =
        LstmCell.GateWeights.of(weights, layer, input.length, hidden);
    gates =
        new AffineLanes(
            inputs, weightsOfGates.bias(), weightsOfGates.input(), weightsOfGates.recurrent());
  }

  /** Rows of the output, {@code [hidden][lane]}. */
  float[][] output() {
    return output;
  }

  /**
   * Copies the state of one series, {@code [h, c]}, into a lane.
   *
   * @return offset of the end of this state
   */
  int load(float[] state, int stateOffset, int lane) {
    for (int j = 0; j < hidden; j++) {
      previous[j][lane] = state[stateOffset + j];
      cells[j][lane] = state[stateOffset + hidden + j];
    }
    return stateOffset + 2 * hidden;
  }

  /**
   * Copies the new state out of a lane.
   *
   * @return offset of the end of this state
   */
  int store(float[] state, int stateOffset, int lane) {
    for (int j = 0; j < hidden; j++) {
      state[stateOffset + j] = output[j][lane];
      state[stateOffset + hidden + j] = cells[j][lane];
    }
    return stateOffset + 2 * hidden;
  }

  /** Steps the first lanes, one unit after another. */
  void step(int lanes) {
    for (int unit = 0; unit < hidden; unit++) {
      float[][] sums = gates.compute(unit, lanes);
      for (float[] gate : sums) {
        Activation.tanh(gate, 0, lanes);
      }
      LstmCell.updateCell(sums[0], sums[1], sums[2], cells[unit], lanes);
      System.arraycopy(cells[unit], 0, output[unit], 0, lanes);
      Activation.tanh(output[unit], 0, lanes);
      LstmCell.applyOutputGate(sums[3], output[unit], lanes);
    }
  }
}
