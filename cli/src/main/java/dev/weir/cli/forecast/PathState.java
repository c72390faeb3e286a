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

/** One series on its way through scaler and network; can be put back to where it once was. */
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

  /** Shows it a point that came. */
  void show(long timeMillis, double[] values) {
    if (SeriesClock.advance(clock, timeMillis)) {
      forecast.reset();
    }
    step(values);
  }

  private void step(double[] values) {
    scaler.observe(scale, values, input);
    forecaster.step(forecast, input);
  }

  /** Draws the next point and shows it to the network as if it had come. */
  double[] draw(ErrorSampler errors) {
    double[] values = new double[features];
    for (int f = 0; f < features; f++) {
      double steps = forecast.mu(f) + Math.exp(forecast.logSigma(f)) * errors.next();
      values[f] = scaler.lastValue(scale, f) + scaler.typicalStep(scale, f) * steps;
    }
    step(values);
    return values;
  }

  boolean isTrusted() {
    return forecast.hasForecast() && scaler.isReliable(scale);
  }

  int points() {
    return clock.count();
  }

  /** Time of a step beyond the last point, by the usual distance of two points. */
  long timeMillis(int step) {
    return clock.lastMillis() + Math.round(step * clock.intervalMillis());
  }

  /** What paths start from. */
  record Position(byte[] scale, float[] network) {}

  /** Where it stands. */
  Position position() {
    return new Position(scaleBytes.copy(), forecast.copy());
  }

  /** Goes back to there. */
  void restore(Position position) {
    scaleBytes.attach(position.scale().clone());
    forecast.attach(position.network().clone());
  }
}
