// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import dev.weir.state.SeriesBytes;

/**
 * The causal normalisation of a series. It defines the inputs of the network and the unit of its
 * forecasts.
 *
 * <p>For each feature the network has two inputs, computed from the state before the point: the
 * distance of the value from the running mean in running mean deviations, and the step from the
 * last value in typical steps, both compressed by asinh. The network forecasts in typical steps:
 * {@code location = lastValue + typicalStep * mu}, so that a {@code mu} of 0 forecasts the last
 * value.
 *
 * <p>The running means are plain averages over the first {@value #MEMORY_POINTS} points and
 * exponential averages after that. A contribution is limited to {@value #MAX_CONTRIBUTION} times
 * the running value, so that one spike does not inflate the scale, while a lasting change of spread
 * is learned within a few dozen points (Huber's bounded influence).
 */
public final class Scaler {

  /** Network inputs per feature: distance and step. */
  public static final int INPUTS_PER_FEATURE = 2;

  private static final int MEMORY_POINTS = 1000;
  private static final double MAX_CONTRIBUTION = 10;
  private static final int MIN_POINTS = 20;

  /** Lower limits of a typical step: relative to the spread, relative to the mean, and absolute. */
  private static final double SPREAD_FLOOR = 0.02;

  private static final double MEAN_FLOOR = 1e-6;
  private static final double ABSOLUTE_FLOOR = 1e-9;

  private final int features;

  /**
   * @param features features of a point, 1 or more
   */
  public Scaler(int features) {
    this.features = features;
  }

  /** Number of network inputs per point. */
  public int inputs() {
    return INPUTS_PER_FEATURE * features;
  }

  /** Creates the state of a new series, in a layout of its own. */
  public ScalerState newState() {
    return newState(new SeriesBytes());
  }

  /** Reserves the state in a layout that is shared with other stages. */
  public ScalerState newState(SeriesBytes bytes) {
    return new ScalerState(bytes, features);
  }

  /**
   * Computes the network's input for a point, then updates the state with the point.
   *
   * @param values values of the point, {@code [feature]}
   * @param input receives distance and step of each feature, {@code [2 * feature]}
   */
  public void observe(ScalerState state, double[] values, float[] input) {
    scale(state, values, input);
    update(state, values);
  }

  /** Computes the network's input for a point: the first half of {@link #observe}. */
  public void scale(ScalerState state, double[] values, float[] input) {
    for (int f = 0; f < features; f++) {
      if (state.count() == 0) {
        state.mean(f, values[f]);
        state.last(f, values[f]);
      }
      scale(state, f, values[f], input);
    }
  }

  /** Updates the state with a point: the second half of {@link #observe}. */
  public void update(ScalerState state, double[] values) {
    int count = state.count() + 1;
    double weight = 1.0 / Math.min(count, MEMORY_POINTS);
    for (int f = 0; f < features; f++) {
      update(state, f, values[f], weight);
    }
    state.count(count);
  }

  private void scale(ScalerState state, int f, double value, float[] input) {
    double distance = (value - state.mean(f)) / spread(state, f);
    double step = (value - state.last(f)) / typicalStep(state, f);
    input[INPUTS_PER_FEATURE * f] = asinh(distance);
    input[INPUTS_PER_FEATURE * f + 1] = asinh(step);
  }

  private void update(ScalerState state, int f, double value, double weight) {
    double mean = state.mean(f);
    float deviation = state.deviation(f);
    double distance = Math.abs(value - mean);
    double step = Math.abs(value - state.last(f));
    boolean reliable = isReliable(state);
    state.mean(f, mean + weight * bounded(value - mean, deviation, reliable));
    state.deviation(f, average(deviation, distance, weight, reliable));
    state.step(f, average(state.step(f), step, weight, reliable));
    state.last(f, value);
  }

  private static double bounded(double distance, float deviation, boolean reliable) {
    double most = MAX_CONTRIBUTION * deviation;
    boolean capped = reliable && deviation > 0;
    return capped ? Math.max(-most, Math.min(most, distance)) : distance;
  }

  private static float average(float average, double value, double weight, boolean reliable) {
    boolean capped = reliable && average > 0;
    double contribution = capped ? Math.min(value, MAX_CONTRIBUTION * average) : value;
    return (float) (average + weight * (contribution - average));
  }

  /** Whether the running values are based on enough points to measure forecast errors. */
  public boolean isReliable(ScalerState state) {
    return state.count() >= MIN_POINTS;
  }

  /** The value of the last point, in the unit of the series. */
  public double lastValue(ScalerState state, int feature) {
    return state.last(feature);
  }

  /** The typical absolute step of a feature, in the unit of the series; above 0. */
  public double typicalStep(ScalerState state, int feature) {
    double floor = Math.max(SPREAD_FLOOR * state.deviation(feature), floor(state, feature));
    return Math.max(state.step(feature), floor);
  }

  private static double spread(ScalerState state, int feature) {
    return Math.max(state.deviation(feature), floor(state, feature));
  }

  private static double floor(ScalerState state, int feature) {
    return Math.max(MEAN_FLOOR * Math.abs(state.mean(feature)), ABSOLUTE_FLOOR);
  }

  /** Inverse hyperbolic sine: linear near 0, logarithmic for large magnitudes. */
  public static float asinh(double x) {
    double magnitude = Math.abs(x);
    return (float) Math.copySign(Math.log(magnitude + Math.sqrt(magnitude * magnitude + 1)), x);
  }
}
