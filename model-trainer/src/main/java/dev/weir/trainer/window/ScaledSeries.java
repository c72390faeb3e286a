// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import dev.weir.series.ClockState;
import dev.weir.series.RecordedSeries;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import dev.weir.state.SeriesBytes;

/**
 * A series as inputs and targets of the network.
 *
 * <p>The core's {@link Scaler} computes the inputs. The target is the step to the next point in
 * typical steps, {@code (x[t+1] - x[t]) / typicalStep}, limited to +-{@value #LARGEST_TARGET}.
 * There is no target at the last point, before a gap, and while the scaler has too few points.
 */
public final class ScaledSeries {

  /** Limit of a target in typical steps, so that outliers do not dominate the loss. */
  static final double LARGEST_TARGET = 20;

  private final String name;
  private final int features;
  final float[] inputs;
  final float[] targets;
  final boolean[] hasTarget;
  final boolean[] restart;

  private ScaledSeries(RecordedSeries series, int features) {
    this.name = series.name();
    this.features = features;
    inputs = new float[series.length() * Scaler.INPUTS_PER_FEATURE * features];
    targets = new float[series.length() * features];
    hasTarget = new boolean[series.length()];
    restart = new boolean[series.length()];
  }

  /** Scales a series and marks its gaps, with the core's scaler and clock. */
  public static ScaledSeries of(RecordedSeries series) {
    ScaledSeries scaled = new ScaledSeries(series, series.features().size());
    scaled.markGaps(series.times());
    scaled.scale(series.values());
    return scaled;
  }

  private void markGaps(long[] times) {
    ClockState clock = new ClockState(new SeriesBytes());
    for (int t = 0; t < times.length; t++) {
      restart[t] = SeriesClock.advance(clock, times[t]);
    }
  }

  private void scale(double[][] values) {
    Scaler scaler = new Scaler(features);
    ScalerState state = scaler.newState();
    float[] input = new float[scaler.inputs()];
    for (int t = 0; t < values.length; t++) {
      scaler.observe(state, values[t], input);
      System.arraycopy(input, 0, inputs, t * input.length, input.length);
      boolean last = t + 1 == values.length;
      hasTarget[t] = !last && !restart[t + 1] && scaler.isReliable(state);
      if (hasTarget[t]) {
        target(scaler, state, t, values[t + 1]);
      }
    }
  }

  private void target(Scaler scaler, ScalerState state, int t, double[] next) {
    for (int f = 0; f < features; f++) {
      double step = (next[f] - scaler.lastValue(state, f)) / scaler.typicalStep(state, f);
      targets[t * features + f] = (float) Math.max(-LARGEST_TARGET, Math.min(LARGEST_TARGET, step));
    }
  }

  /** Name of the series. */
  public String name() {
    return name;
  }

  /** Number of points. */
  public int length() {
    return hasTarget.length;
  }

  int features() {
    return features;
  }

  int inputsPerPoint() {
    return Scaler.INPUTS_PER_FEATURE * features;
  }
}
