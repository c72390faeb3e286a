// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.series.ClockState;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import dev.weir.state.SeriesBytes;

/** State of one series in scaler and network, which can be saved and restored. */
final class PathState {

  private final Scaler scaler;
  private final Forecaster forecaster;
  private final ClockState clock = new ClockState(new SeriesBytes());
  private final SeriesBytes scaleBytes = new SeriesBytes();
  private final ScalerState scale;
  private final ForecastState forecast;
  private final float[] input;
  private final int features;

  PathState(DetectorModel model) {
    features = model.architecture().features();
    scaler = new Scaler(features);
    forecaster = new Forecaster(model.architecture(), model.weights());
    scale = scaler.newState(scaleBytes);
    forecast = forecaster.newState();
    input = new float[scaler.inputs()];
  }

  /** Updates the state with an observed point. */
  void observe(long timeMillis, double[] values) {
    if (SeriesClock.advance(clock, timeMillis)) {
      forecast.reset();
    }
    step(values);
  }

  private void step(double[] values) {
    scaler.observe(scale, values, input);
    forecaster.step(forecast, input);
  }

  /** Samples the next point, {@code [feature]}, and updates the state with it. */
  double[] sampleNext(ErrorSampler errors) {
    double[] values = new double[features];
    for (int f = 0; f < features; f++) {
      double steps = forecast.mu(f) + Math.exp(forecast.logSigma(f)) * errors.sample();
      values[f] = scaler.lastValue(scale, f) + scaler.typicalStep(scale, f) * steps;
    }
    step(values);
    return values;
  }

  /** Returns whether the series has enough points for a forecast. */
  boolean isReady() {
    return forecast.hasForecast() && scaler.isReliable(scale);
  }

  int points() {
    return clock.count();
  }

  /** Returns the time of a step after the last point, by the typical interval. */
  long timeMillis(int step) {
    return clock.lastMillis() + Math.round(step * clock.intervalMillis());
  }

  /** A copy of the state. */
  record Snapshot(byte[] scale, float[] network) {}

  Snapshot snapshot() {
    return new Snapshot(scaleBytes.copy(), forecast.copy());
  }

  void restore(Snapshot snapshot) {
    scaleBytes.attach(snapshot.scale().clone());
    forecast.attach(snapshot.network().clone());
  }
}
