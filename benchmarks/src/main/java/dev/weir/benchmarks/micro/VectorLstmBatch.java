// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import static dev.weir.benchmarks.micro.VectorActivation.LANES;
import static dev.weir.benchmarks.micro.VectorActivation.SPECIES;
import static dev.weir.benchmarks.micro.VectorActivation.broadcast;
import static dev.weir.benchmarks.micro.VectorActivation.load;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import jdk.incubator.vector.FloatVector;

/**
 * One LSTM layer and the head in the Vector API, batched with one series per lane: the reference
 * for detector-core's {@code ForecastBatch}.
 *
 * <p>Gate sums stay in registers: four gates of two vectors of lanes at a time, so that eight
 * independent sums hide the latency of the additions.
 */
final class VectorLstmBatch {

  private static final int GATES = 4;

  private final int inputs;
  private final int hidden;
  private final int lanes;

  /** Floats between rows: not a power of two, which would map a lane to few cache sets. */
  private final int stride;

  /** {@code [unit][input][gate]}, flat. */
  private final float[] weights;

  private final float[] bias;
  private final float[] headWeight;
  private final float[] headBias;

  /** {@code [inputs + hidden][lane]}, flat. */
  private final float[] columns;

  /** {@code [unit][lane]}, flat. */
  private final float[] cells;

  private final float[] output;

  /** {@code [gate][lane]}, flat. */
  private final float[] gates;

  private final float[] cellTanh;

  /** {@code [outputs][lane]}, flat. */
  private final float[] outputs;

  /**
   * @param lanes series per batch, a multiple of two vectors
   */
  VectorLstmBatch(Architecture architecture, Weights weights, int lanes) {
    inputs = architecture.inputs();
    hidden = architecture.hidden();
    this.lanes = lanes;
    stride = lanes + LANES;
    this.weights = new float[hidden * (inputs + hidden) * GATES];
    setWeights(VectorLstm.values(weights, "lstm.weight_ih_l0"), inputs, 0);
    setWeights(VectorLstm.values(weights, "lstm.weight_hh_l0"), hidden, inputs);
    bias = VectorLstm.values(weights, "lstm.bias_l0");
    headWeight = VectorLstm.values(weights, "head.weight");
    headBias = VectorLstm.values(weights, "head.bias");
    columns = new float[(inputs + hidden) * stride];
    cells = new float[hidden * stride];
    output = new float[hidden * stride];
    gates = new float[GATES * stride];
    cellTanh = new float[lanes];
    outputs = new float[headBias.length * stride];
  }

  int stride() {
    return stride;
  }

  private void setWeights(float[] matrix, int columns, int first) {
    for (int i = 0; i < matrix.length; i++) {
      int row = i / columns;
      int input = first + i % columns;
      weights[(row % hidden * (inputs + hidden) + input) * GATES + row / hidden] = matrix[i];
    }
  }

  /**
   * Steps each series by one point.
   *
   * @param states {@code [lane][h, c]}, overwritten
   * @param points {@code [lane][inputs]}, flat
   * @return {@code [outputs][lane]}, flat, rows {@link #stride} apart
   */
  float[] step(float[][] states, float[] points) {
    for (int lane = 0; lane < lanes; lane++) {
      gather(states[lane], points, lane);
    }
    for (int unit = 0; unit < hidden; unit++) {
      stepUnit(unit);
    }
    for (int row = 0; row < headBias.length; row++) {
      applyHead(row);
    }
    for (int lane = 0; lane < lanes; lane++) {
      scatter(states[lane], lane);
    }
    return outputs;
  }

  private void gather(float[] state, float[] points, int lane) {
    for (int i = 0; i < inputs; i++) {
      columns[i * stride + lane] = points[lane * inputs + i];
    }
    for (int j = 0; j < hidden; j++) {
      columns[(inputs + j) * stride + lane] = state[j];
      cells[j * stride + lane] = state[hidden + j];
    }
  }

  private void scatter(float[] state, int lane) {
    for (int j = 0; j < hidden; j++) {
      state[j] = output[j * stride + lane];
      state[hidden + j] = cells[j * stride + lane];
    }
  }

  private void stepUnit(int unit) {
    for (int lane = 0; lane < lanes; lane += 2 * LANES) {
      sumGates(unit, lane);
    }
    VectorActivation.sigmoid(gates, 0, 2 * stride);
    VectorActivation.tanh(gates, 2 * stride, 3 * stride);
    VectorActivation.sigmoid(gates, 3 * stride, 4 * stride);
    for (int lane = 0; lane < lanes; lane += LANES) {
      FloatVector kept = load(gates, stride + lane).mul(load(cells, unit * stride + lane));
      FloatVector cell = load(gates, lane).mul(load(gates, 2 * stride + lane)).add(kept);
      cell.intoArray(cells, unit * stride + lane);
      cell.intoArray(cellTanh, lane);
    }
    VectorActivation.tanh(cellTanh, 0, lanes);
    for (int lane = 0; lane < lanes; lane += LANES) {
      load(gates, 3 * stride + lane)
          .mul(load(cellTanh, lane))
          .intoArray(output, unit * stride + lane);
    }
  }

  private void sumGates(int unit, int lane) {
    int next = lane + LANES;
    FloatVector i0 = broadcast(bias[unit]);
    FloatVector f0 = broadcast(bias[hidden + unit]);
    FloatVector g0 = broadcast(bias[2 * hidden + unit]);
    FloatVector o0 = broadcast(bias[3 * hidden + unit]);
    FloatVector i1 = i0;
    FloatVector f1 = f0;
    FloatVector g1 = g0;
    FloatVector o1 = o0;
    int at = unit * (inputs + hidden) * GATES;
    for (int row = 0; row < columns.length; row += stride) {
      FloatVector x = load(columns, row + lane);
      FloatVector y = load(columns, row + next);
      FloatVector i = broadcast(weights[at]);
      FloatVector f = broadcast(weights[at + 1]);
      FloatVector g = broadcast(weights[at + 2]);
      FloatVector o = broadcast(weights[at + 3]);
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

  private void applyHead(int row) {
    for (int lane = 0; lane < lanes; lane += LANES) {
      FloatVector sum = FloatVector.broadcast(SPECIES, headBias[row]);
      for (int unit = 0; unit < hidden; unit++) {
        sum =
            broadcast(headWeight[row * hidden + unit]).fma(load(output, unit * stride + lane), sum);
      }
      sum.intoArray(outputs, row * stride + lane);
    }
  }
}
