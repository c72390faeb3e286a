// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import static dev.weir.benchmarks.micro.VectorActivation.LANES;
import static dev.weir.benchmarks.micro.VectorActivation.SPECIES;
import static dev.weir.benchmarks.micro.VectorActivation.load;
import static java.util.Objects.requireNonNull;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * One LSTM layer and the head in the Vector API, one series at a time: the reference for the plain
 * Java kernel.
 *
 * <p>Gate sums stay in registers: four gates of two vectors of units at a time, so that eight
 * independent sums hide the latency of the additions.
 */
final class VectorLstm {

  private final int inputs;
  private final int hidden;

  /** {@code [input][gate][unit]}, flat. */
  private final float[] weights;

  private final float[] bias;
  private final float[] headWeight;
  private final float[] headBias;
  private final float[] input;
  private final float[] gates;
  private final float[] cellTanh;

  /**
   * @throws IllegalArgumentException if the hidden size is not a multiple of two vectors
   */
  VectorLstm(Architecture architecture, Weights tensors) {
    inputs = architecture.inputs();
    hidden = architecture.hidden();
    if (hidden % (2 * LANES) != 0) {
      throw new IllegalArgumentException(
          "the hidden size must be a multiple of two vectors: hidden="
              + hidden
              + ", lanes="
              + LANES);
    }
    gates = new float[4 * hidden];
    cellTanh = new float[hidden];
    bias = values(tensors, "lstm.bias_l0");
    weights = new float[(inputs + hidden) * gates.length];
    transpose(values(tensors, "lstm.weight_ih_l0"), inputs, 0);
    transpose(values(tensors, "lstm.weight_hh_l0"), hidden, inputs);
    headWeight = values(tensors, "head.weight");
    headBias = values(tensors, "head.bias");
    input = new float[inputs + hidden];
  }

  static float[] values(Weights weights, String name) {
    return requireNonNull(weights.tensors().get(name)).values();
  }

  private void transpose(float[] matrix, int columns, int firstRow) {
    for (int i = 0; i < matrix.length; i++) {
      weights[(firstRow + i % columns) * 4 * hidden + i / columns] = matrix[i];
    }
  }

  /** The recurrent state of a new series: {@code [h, c]}. */
  float[] newState() {
    return new float[2 * hidden];
  }

  /**
   * Steps a series by one point.
   *
   * @param state {@code [h, c]}, overwritten
   * @param output {@code [2 * feature]}, overwritten
   */
  void step(float[] state, float[] point, float[] output) {
    System.arraycopy(point, 0, input, 0, inputs);
    System.arraycopy(state, 0, input, inputs, hidden);
    for (int unit = 0; unit < hidden; unit += 2 * LANES) {
      sumGates(unit);
    }
    VectorActivation.sigmoid(gates, 0, 2 * hidden);
    VectorActivation.tanh(gates, 2 * hidden, 3 * hidden);
    VectorActivation.sigmoid(gates, 3 * hidden, 4 * hidden);
    updateCell(state);
    VectorActivation.tanh(cellTanh, 0, hidden);
    updateHidden(state);
    applyHead(state, output);
  }

  private void sumGates(int unit) {
    int next = unit + LANES;
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
      FloatVector x = FloatVector.broadcast(SPECIES, input[k]);
      int row = k * stride;
      i0 = load(weights, row + unit).fma(x, i0);
      f0 = load(weights, row + hidden + unit).fma(x, f0);
      g0 = load(weights, row + 2 * hidden + unit).fma(x, g0);
      o0 = load(weights, row + 3 * hidden + unit).fma(x, o0);
      i1 = load(weights, row + next).fma(x, i1);
      f1 = load(weights, row + hidden + next).fma(x, f1);
      g1 = load(weights, row + 2 * hidden + next).fma(x, g1);
      o1 = load(weights, row + 3 * hidden + next).fma(x, o1);
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

  private void updateCell(float[] state) {
    for (int unit = 0; unit < hidden; unit += LANES) {
      FloatVector kept = load(gates, hidden + unit).mul(load(state, hidden + unit));
      FloatVector cell = load(gates, unit).mul(load(gates, 2 * hidden + unit)).add(kept);
      cell.intoArray(state, hidden + unit);
      cell.intoArray(cellTanh, unit);
    }
  }

  private void updateHidden(float[] state) {
    for (int unit = 0; unit < hidden; unit += LANES) {
      load(gates, 3 * hidden + unit).mul(load(cellTanh, unit)).intoArray(state, unit);
    }
  }

  private void applyHead(float[] state, float[] output) {
    for (int row = 0; row < headBias.length; row++) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int unit = 0; unit < hidden; unit += LANES) {
        sum = load(headWeight, row * hidden + unit).fma(load(state, unit), sum);
      }
      output[row] = headBias[row] + sum.reduceLanes(VectorOperators.ADD);
    }
  }
}
