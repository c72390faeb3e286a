// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import static dev.weir.benchmarks.VectorTanh.LANES;
import static dev.weir.benchmarks.VectorTanh.WIDTH;
import static dev.weir.benchmarks.VectorTanh.all;
import static dev.weir.benchmarks.VectorTanh.load;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import jdk.incubator.vector.FloatVector;

/**
 * Many series side by side in the Vector API, what the core's own form for many series is held
 * against: one layer of LSTM and the head, series in the lanes. Sums stay in registers, four gates
 * of two blocks of lanes, so that eight chains of sums hide each other's latency.
 */
final class VectorLanes {

  private static final int GATES = 4;

  private final int inputs;
  private final int hidden;
  private final int lanes;

  /**
   * Of rows: no power of two, or a series' floats would all compete for the same places of a cache.
   */
  private final int stride;

  /** {@code [unit][input][gate]}, flat. */
  private final float[] weights;

  private final float[] bias;
  private final float[] headWeight;
  private final float[] headBias;

  /** {@code [inputs + hidden][lane]}, flat. */
  private final float[] shown;

  private final float[] cells;
  private final float[] output;

  /** {@code [gate][lane]}, flat. */
  private final float[] gates;

  private final float[] squashed;

  /** {@code [outputs][lane]}, flat. */
  private final float[] answers;

  /**
   * @param lanes series side by side, a multiple of two vectors
   */
  VectorLanes(Architecture architecture, Weights weights, int lanes) {
    inputs = architecture.inputs();
    hidden = architecture.hidden();
    this.lanes = lanes;
    stride = lanes + WIDTH;
    this.weights = new float[hidden * (inputs + hidden) * GATES];
    place(VectorLstm.values(weights, "lstm.weight_ih_l0"), inputs, 0);
    place(VectorLstm.values(weights, "lstm.weight_hh_l0"), hidden, inputs);
    bias = VectorLstm.values(weights, "lstm.bias_l0");
    headWeight = VectorLstm.values(weights, "head.weight");
    headBias = VectorLstm.values(weights, "head.bias");
    shown = new float[(inputs + hidden) * stride];
    cells = new float[hidden * stride];
    output = new float[hidden * stride];
    gates = new float[GATES * stride];
    squashed = new float[lanes];
    answers = new float[headBias.length * stride];
  }

  int stride() {
    return stride;
  }

  private void place(float[] matrix, int columns, int first) {
    for (int i = 0; i < matrix.length; i++) {
      int row = i / columns;
      int input = first + i % columns;
      weights[(row % hidden * (inputs + hidden) + input) * GATES + row / hidden] = matrix[i];
    }
  }

  /**
   * One point of each series.
   *
   * @param states {@code [lane][h, c]}, overwritten
   * @param points {@code [lane][inputs]}, flat
   * @return {@code [outputs][lane]}, flat, rows {@link #stride} apart
   */
  float[] step(float[][] states, float[] points) {
    for (int lane = 0; lane < lanes; lane++) {
      take(states[lane], points, lane);
    }
    for (int unit = 0; unit < hidden; unit++) {
      step(unit);
    }
    for (int row = 0; row < headBias.length; row++) {
      answer(row);
    }
    for (int lane = 0; lane < lanes; lane++) {
      give(states[lane], lane);
    }
    return answers;
  }

  private void take(float[] state, float[] points, int lane) {
    for (int i = 0; i < inputs; i++) {
      shown[i * stride + lane] = points[lane * inputs + i];
    }
    for (int j = 0; j < hidden; j++) {
      shown[(inputs + j) * stride + lane] = state[j];
      cells[j * stride + lane] = state[hidden + j];
    }
  }

  private void give(float[] state, int lane) {
    for (int j = 0; j < hidden; j++) {
      state[j] = output[j * stride + lane];
      state[hidden + j] = cells[j * stride + lane];
    }
  }

  private void step(int unit) {
    for (int lane = 0; lane < lanes; lane += 2 * WIDTH) {
      sums(unit, lane);
    }
    VectorTanh.sigmoid(gates, 0, 2 * stride);
    VectorTanh.tanh(gates, 2 * stride, 3 * stride);
    VectorTanh.sigmoid(gates, 3 * stride, 4 * stride);
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      FloatVector kept = load(gates, stride + lane).mul(load(cells, unit * stride + lane));
      FloatVector cell = load(gates, lane).mul(load(gates, 2 * stride + lane)).add(kept);
      cell.intoArray(cells, unit * stride + lane);
      cell.intoArray(squashed, lane);
    }
    VectorTanh.tanh(squashed, 0, lanes);
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      load(gates, 3 * stride + lane)
          .mul(load(squashed, lane))
          .intoArray(output, unit * stride + lane);
    }
  }

  private void sums(int unit, int lane) {
    int next = lane + WIDTH;
    FloatVector i0 = all(bias[unit]);
    FloatVector f0 = all(bias[hidden + unit]);
    FloatVector g0 = all(bias[2 * hidden + unit]);
    FloatVector o0 = all(bias[3 * hidden + unit]);
    FloatVector i1 = i0;
    FloatVector f1 = f0;
    FloatVector g1 = g0;
    FloatVector o1 = o0;
    int at = unit * (inputs + hidden) * GATES;
    for (int row = 0; row < shown.length; row += stride) {
      FloatVector x = load(shown, row + lane);
      FloatVector y = load(shown, row + next);
      FloatVector i = all(weights[at]);
      FloatVector f = all(weights[at + 1]);
      FloatVector g = all(weights[at + 2]);
      FloatVector o = all(weights[at + 3]);
      i0 = i.fma(x, i0);
      f0 = f.fma(x, f0);
      g0 = g.fma(x, g0);
      o0 = o.fma(x, o0);
      i1 = i.fma(y, i1);
      f1 = f.fma(y, f1);
      g1 = g.fma(y, g1);
      o1 = o.fma(y, o1);
      at += GATES;
    }
    i0.intoArray(gates, lane);
    f0.intoArray(gates, stride + lane);
    g0.intoArray(gates, 2 * stride + lane);
    o0.intoArray(gates, 3 * stride + lane);
    i1.intoArray(gates, next);
    f1.intoArray(gates, stride + next);
    g1.intoArray(gates, 2 * stride + next);
    o1.intoArray(gates, 3 * stride + next);
  }

  private void answer(int row) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      FloatVector sum = FloatVector.broadcast(LANES, headBias[row]);
      for (int unit = 0; unit < hidden; unit++) {
        sum = all(headWeight[row * hidden + unit]).fma(load(output, unit * stride + lane), sum);
      }
      sum.intoArray(answers, row * stride + lane);
    }
  }
}
