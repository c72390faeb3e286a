// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Arrays;

/**
 * State of {@link Forecaster} for one series: the recurrent state and the forecast of the next
 * point.
 *
 * <p>It is a view of one array, which {@link #attach} selects: the states of the layers, {@code
 * [layer][stateSize]}, then the outputs, {@code [2 * feature]}: mu of each feature, then log sigma
 * of each feature. Outputs are NaN if there is no forecast.
 */
public final class ForecastState {

  private final int outputOffset;
  private final int features;
  private float[] values;

  ForecastState(int recurrentSize, int features) {
    outputOffset = recurrentSize;
    this.features = features;
    values = new float[recurrentSize + 2 * features];
    reset();
  }

  /**
   * Selects the series that this view reads and writes.
   *
   * @param series values of the series, used in place
   */
  public void attach(float[] series) {
    values = series;
  }

  /** Returns a copy of the attached values. */
  public float[] copy() {
    return values.clone();
  }

  /** The attached values, which start with the states of the layers. */
  float[] recurrent() {
    return values;
  }

  void output(int index, float value) {
    values[outputOffset + index] = value;
  }

  /** Whether there is a forecast for the next point: false at the start and after a gap. */
  public boolean hasForecast() {
    return !Float.isNaN(values[outputOffset]);
  }

  /** Forecast step of a feature to the next point, in typical steps. */
  public float mu(int feature) {
    return values[outputOffset + feature];
  }

  /** Natural logarithm of the scale of the forecast, in typical steps. */
  public float logSigma(int feature) {
    return values[outputOffset + features + feature];
  }

  /** Sets the recurrent state to zero and removes the forecast. */
  public void reset() {
    Arrays.fill(values, 0, outputOffset, 0f);
    Arrays.fill(values, outputOffset, values.length, Float.NaN);
  }
}
