// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import static dev.weir.benchmarks.VectorTanh.LANES;
import static dev.weir.benchmarks.VectorTanh.WIDTH;
import static dev.weir.benchmarks.VectorTanh.load;
import static java.util.Objects.requireNonNull;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The network's step in the Vector API: what the plain kernel is held against. One layer of LSTM
 * and the head, the same sums and the same tanh as the core's; sums stay in registers, two blocks
 * of units at a time, all four gates of each, so that eight chains of sums hide each other's
 * latency.
 */
final class VectorLstm {

  private final int inputs;
  private final int hidden;
  private final float[] rows;
  private final float[] bias;
  private final float[] headWeight;
  private final float[] headBias;
  private final float[] input;
  private final float[] gates;
  private final float[] squashed;

  /**
   * @throws IllegalArgumentException where two blocks of units don't divide the hidden layer
   */
  VectorLstm(Architecture architecture, Weights weights) {
    inputs = architecture.inputs();
    hidden = architecture.hidden();
    if (hidden % (2 * WIDTH) != 0) {
      throw new IllegalArgumentException(
          "hidden must be a multiple of two vectors: hidden=" + hidden + ", lanes=" + WIDTH);
    }
    gates = new float[4 * hidden];
    squashed = new float[hidden];
    bias = values(weights, "lstm.bias_l0");
    rows = new float[(inputs + hidden) * gates.length];
    transpose(values(weights, "lstm.weight_ih_l0"), inputs, 0);
    transpose(values(weights, "lstm.weight_hh_l0"), hidden, inputs);
    headWeight = values(weights, "head.weight");
    headBias = values(weights, "head.bias");
    input = new float[inputs + hidden];
  }

  static float[] values(Weights weights, String name) {
    return requireNonNull(weights.tensors().get(name)).values();
  }

  private void transpose(float[] matrix, int columns, int firstRow) {
    for (int i = 0; i < matrix.length; i++) {
      rows[(firstRow + i % columns) * 4 * hidden + i / columns] = matrix[i];
    }
  }

  /** Floats of state of a series: {@code [h, c]}. */
  float[] newState() {
    return new float[2 * hidden];
  }

  /**
   * One point.
   *
   * @param state {@code [h, c]}, overwritten
   * @param answer {@code [2 * feature]}, overwritten
   */
  void step(float[] state, float[] point, float[] answer) {
    System.arraycopy(point, 0, input, 0, inputs);
    System.arraycopy(state, 0, input, inputs, hidden);
    for (int unit = 0; unit < hidden; unit += 2 * WIDTH) {
      sums(unit);
    }
    VectorTanh.sigmoid(gates, 0, 2 * hidden);
    VectorTanh.tanh(gates, 2 * hidden, 3 * hidden);
    VectorTanh.sigmoid(gates, 3 * hidden, 4 * hidden);
    remember(state);
    VectorTanh.tanh(squashed, 0, hidden);
    show(state);
    answer(state, answer);
  }

  private void sums(int unit) {
    int next = unit + WIDTH;
    int stride = 4 * hidden;
    FloatVector i0 = load(bias, unit);
    FloatVector f0 = load(bias, hidden + unit);
    FloatVector g0 = load(bias, 2 * hidden + unit);
    FloatVector o0 = load(bias, 3 * hidden + unit);
    FloatVector i1 = load(bias, next);
    FloatVector f1 = load(bias, hidden + next);
    FloatVector g1 = load(bias, 2 * hidden + next);
    FloatVector o1 = load(bias, 3 * hidden + next);
    for (int k = 0; k < input.length; k++) {
      FloatVector x = FloatVector.broadcast(LANES, input[k]);
      int row = k * stride;
      i0 = load(rows, row + unit).fma(x, i0);
      f0 = load(rows, row + hidden + unit).fma(x, f0);
      g0 = load(rows, row + 2 * hidden + unit).fma(x, g0);
      o0 = load(rows, row + 3 * hidden + unit).fma(x, o0);
      i1 = load(rows, row + next).fma(x, i1);
      f1 = load(rows, row + hidden + next).fma(x, f1);
      g1 = load(rows, row + 2 * hidden + next).fma(x, g1);
      o1 = load(rows, row + 3 * hidden + next).fma(x, o1);
    }
    i0.intoArray(gates, unit);
    f0.intoArray(gates, hidden + unit);
    g0.intoArray(gates, 2 * hidden + unit);
    o0.intoArray(gates, 3 * hidden + unit);
    i1.intoArray(gates, next);
    f1.intoArray(gates, hidden + next);
    g1.intoArray(gates, 2 * hidden + next);
    o1.intoArray(gates, 3 * hidden + next);
  }

  private void remember(float[] state) {
    for (int unit = 0; unit < hidden; unit += WIDTH) {
      FloatVector kept = load(gates, hidden + unit).mul(load(state, hidden + unit));
      FloatVector cell = load(gates, unit).mul(load(gates, 2 * hidden + unit)).add(kept);
      cell.intoArray(state, hidden + unit);
      cell.intoArray(squashed, unit);
    }
  }

  private void show(float[] state) {
    for (int unit = 0; unit < hidden; unit += WIDTH) {
      load(gates, 3 * hidden + unit).mul(load(squashed, unit)).intoArray(state, unit);
    }
  }

  private void answer(float[] state, float[] answer) {
    for (int row = 0; row < headBias.length; row++) {
      FloatVector sum = FloatVector.zero(LANES);
      for (int unit = 0; unit < hidden; unit += WIDTH) {
        sum = load(headWeight, row * hidden + unit).fma(load(state, unit), sum);
      }
      answer[row] = headBias[row] + sum.reduceLanes(VectorOperators.ADD);
    }
  }
}
