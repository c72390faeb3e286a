// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/** {@link Forecaster} for many series at once: stacked {@link LstmLanes} and a linear head. */
final class LstmNetworkLanes {

  private final int features;
  private final LstmLanes[] layers;
  private final AffineLanes head;

  /** {@code [outputs][lane]}. */
  private final float[][] outputs;

  /**
   * @param inputs rows that the caller writes, {@code [inputs][lane]}
   */
  LstmNetworkLanes(Architecture shape, Weights weights, float[][] inputs) {
    features = shape.features();
    layers = new LstmLanes[shape.layers()];
    float[][] rows = inputs;
    for (int layer = 0; layer < layers.length; layer++) {
      layers[layer] = new LstmLanes(weights, layer, rows, shape.hidden());
      rows = layers[layer].output();
    }
    float[] headWeight = weights.require("head.weight", shape.outputs(), shape.hidden());
    head = new AffineLanes(rows, weights.require("head.bias", shape.outputs()), headWeight);
    outputs = new float[shape.outputs()][inputs[0].length];
  }

  /**
   * Steps the series of the first lanes.
   *
   * @param series values of {@link ForecastState}, {@code [lane]}; replaced by the new states
   */
  void step(float[][] series, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      load(series[lane], lane);
    }
    for (LstmLanes layer : layers) {
      layer.step(lanes);
    }
    for (int group = 0; group < head.groups(); group++) {
      computeOutputs(group, lanes);
    }
    for (int lane = 0; lane < lanes; lane++) {
      store(series[lane], lane);
    }
  }

  private void computeOutputs(int group, int lanes) {
    float[][] sums = head.compute(group, lanes);
    for (int output = group; output < outputs.length; output += head.groups()) {
      System.arraycopy(sums[output / head.groups()], 0, outputs[output], 0, lanes);
    }
  }

  private void load(float[] state, int lane) {
    int offset = 0;
    for (LstmLanes layer : layers) {
      offset = layer.load(state, offset, lane);
    }
  }

  private void store(float[] state, int lane) {
    int offset = 0;
    for (LstmLanes layer : layers) {
      offset = layer.store(state, offset, lane);
    }
    for (int feature = 0; feature < features; feature++) {
      state[offset + feature] = outputs[feature][lane];
      state[offset + features + feature] =
          Forecaster.boundedLogSigma(outputs[features + feature][lane]);
    }
  }
}
