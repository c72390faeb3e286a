package dev.weir.trainer.backprop;

import dev.weir.forecast.Activation;
import java.util.Arrays;

/** One LSTM layer's way through a window of many lanes: forwards, kept, and backwards. */
final class LayerWindow {

  private static final int GATES = 4;

  private final LayerWeights weights;
  private final int lanes;
  private final int hidden;
  private final int flat;

  /** {@code [time, and the next][lane][seen]}. */
  private final float[][][] seen;

  /** {@code [gate][time][lane * unit]}, in the order i, f, g, o. */
  private final float[][][] gates;

  /** c before the window, then behind each step: {@code [1 + time][lane * unit]}. */
  private final float[][] cells;

  private final float[][] squashed;
  private final float[] output;

  /** Sums of a step, and their gradient: {@code [lane][gate]}. */
  private final float[][] sums;

  /** Gradient of what was seen in the step last taken back, {@code [lane][told]}. */
  private final float[][] bySeen;

  private final float[] byOutput;
  private final float[] byCell;

  /**
   * @param lanes padded
   */
  LayerWindow(LayerWeights weights, int lanes, int time) {
    this.weights = weights;
    this.lanes = lanes;
    hidden = weights.hidden;
    flat = lanes * hidden;
    seen = new float[time + 1][lanes][weights.width];
    gates = new float[GATES][time][flat];
    cells = new float[time + 1][flat];
    squashed = new float[time][flat];
    output = new float[flat];
    sums = new float[lanes][GATES * hidden];
    bySeen = new float[lanes][weights.told];
    byOutput = new float[flat];
    byCell = new float[flat];
    for (float[][] step : seen) {
      for (float[] row : step) {
        row[weights.oneAt()] = 1;
      }
    }
  }

  /** What it sees at a step, for the caller to fill the first numbers of. */
  float[][] seen(int t) {
    return seen[t];
  }

  /** Shows it the output of the layer below at a step that that layer has taken. */
  void see(LayerWindow below, int t) {
    for (int lane = 0; lane < lanes; lane++) {
      float[] row = below.seen[t + 1][lane];
      System.arraycopy(row, below.weights.outputAt(), seen[t][lane], 0, weights.inputs);
    }
  }

  /**
   * Goes on where the last window ended.
   *
   * @param keep 0 where a lane starts from an empty state
   */
  void enter(float[] keep) {
    int last = cells.length - 1;
    for (int lane = 0; lane < lanes; lane++) {
      float part = lane < keep.length ? keep[lane] : 0;
      for (int j = 0; j < hidden; j++) {
        int own = weights.outputAt() + j;
        cells[0][lane * hidden + j] = part * cells[last][lane * hidden + j];
        seen[0][lane][own] = part * seen[last][lane][own];
      }
    }
  }

  /** Forgets where the last window ended. */
  void reset() {
    int last = cells.length - 1;
    Arrays.fill(cells[last], 0);
    for (float[] row : seen[last]) {
      Arrays.fill(row, weights.outputAt(), weights.oneAt(), 0);
    }
  }

  /** One step. */
  void step(int t) {
    RowSums.set(seen[t], weights.forward, sums, GATES * hidden);
    for (int gate = 0; gate < GATES; gate++) {
      gather(sums, gate * hidden, gates[gate][t]);
    }
    squash(t);
    LstmLoops.remember(
        gates[0][t], gates[1][t], gates[2][t], cells[t], cells[t + 1], squashed[t], flat);
    Activation.tanh(squashed[t], 0, flat);
    LstmLoops.show(gates[3][t], squashed[t], output, flat);
    scatter(output, seen[t + 1], weights.outputAt());
  }

  private void squash(int t) {
    Activation.sigmoid(gates[0][t], 0, flat);
    Activation.sigmoid(gates[1][t], 0, flat);
    Activation.tanh(gates[2][t], 0, flat);
    Activation.sigmoid(gates[3][t], 0, flat);
  }

  private void gather(float[][] rows, int at, float[] units) {
    for (int lane = 0; lane < lanes; lane++) {
      System.arraycopy(rows[lane], at, units, lane * hidden, hidden);
    }
  }

  private void scatter(float[] units, float[][] rows, int at) {
    for (int lane = 0; lane < lanes; lane++) {
      System.arraycopy(units, lane * hidden, rows[lane], at, hidden);
    }
  }

  /** Nothing flows back from behind the window. */
  void startBack() {
    Arrays.fill(byCell, 0);
    clear(bySeen);
    clear(weights.gradient);
  }

  private static void clear(float[][] rows) {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Gradient of what was seen a step later, {@code [lane][told]}: to be added to before a step. */
  float[][] bySeen() {
    return bySeen;
  }

  /** Takes over what the layer above tells of its input, which is this layer's output. */
  void hear(LayerWindow above) {
    int at = weights.told - hidden;
    for (int lane = 0; lane < lanes; lane++) {
      for (int j = 0; j < hidden; j++) {
        bySeen[lane][at + j] += above.bySeen[lane][j];
      }
    }
  }

  /** One step back. */
  void back(int t) {
    gather(bySeen, weights.told - hidden, byOutput);
    LstmLoops.backThroughShow(byOutput, squashed[t], byCell, gates[3][t], flat);
    LstmLoops.backThroughInput(byCell, gates[0][t], gates[2][t], flat);
    LstmLoops.backThroughMemory(byCell, cells[t], gates[1][t], flat);
    for (int gate = 0; gate < GATES; gate++) {
      scatter(gates[gate][t], sums, gate * hidden);
    }
    RowSums.addTransposed(seen[t], sums, weights.gradient, GATES * hidden);
    RowSums.set(sums, weights.backward, bySeen, weights.told);
  }
}
