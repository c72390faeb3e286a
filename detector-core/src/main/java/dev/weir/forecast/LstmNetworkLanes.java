package dev.weir.forecast;

/** Stacked {@link LstmLanes} and a linear head: {@link Forecaster} for many series side by side. */
final class LstmNetworkLanes {

  private final int features;
  private final LstmLanes[] layers;
  private final LaneSums head;

  /** {@code [outputs][lane]}. */
  private final float[][] answers;

  /**
   * @param inputs rows that the caller writes to, {@code [inputs][lane]}
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
    head = new LaneSums(rows, weights.require("head.bias", shape.outputs()), headWeight);
    answers = new float[shape.outputs()][inputs[0].length];
  }

  /**
   * Shows each series its point.
   *
   * @param series as {@link ForecastState} has them, in the first lanes; moved on
   */
  void step(float[][] series, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      take(series[lane], lane);
    }
    for (LstmLanes layer : layers) {
      layer.step(lanes);
    }
    for (int group = 0; group < head.groups(); group++) {
      answer(group, lanes);
    }
    for (int lane = 0; lane < lanes; lane++) {
      give(series[lane], lane);
    }
  }

  private void answer(int group, int lanes) {
    float[][] sums = head.sums(group, lanes);
    for (int output = group; output < answers.length; output += head.groups()) {
      System.arraycopy(sums[output / head.groups()], 0, answers[output], 0, lanes);
    }
  }

  private void take(float[] state, int lane) {
    int at = 0;
    for (LstmLanes layer : layers) {
      at = layer.take(state, at, lane);
    }
  }

  private void give(float[] state, int lane) {
    int at = 0;
    for (LstmLanes layer : layers) {
      at = layer.give(state, at, lane);
    }
    for (int feature = 0; feature < features; feature++) {
      state[at + feature] = answers[feature][lane];
      state[at + features + feature] = Forecaster.bounded(answers[features + feature][lane]);
    }
  }
}
