// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import dev.weir.detect.DetectorModel;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.UntrainableException;

/** Samples future paths of a series from a model. */
public final class PathSampler {

  private final DetectorModel model;
  private final PathConfig config;

  /** Creates a sampler of this model. */
  public PathSampler(DetectorModel model, PathConfig config) {
    this.model = model;
    this.config = config;
  }

  /**
   * Forecasts from the end of a series.
   *
   * @throws UntrainableException if the series has another number of features than the model, or
   *     fewer than 20 points
   */
  public PathForecast sample(RecordedSeries series) {
    return sample(series, Long.MAX_VALUE);
  }

  /**
   * Forecasts from a time in a series; later points are ignored.
   *
   * @param atMillis time of the last point to use, milliseconds
   * @throws UntrainableException if the series has another number of features than the model, or
   *     fewer than 20 points until then
   */
  public PathForecast sample(RecordedSeries series, long atMillis) {
    requireFeatures(series);
    PathState state = new PathState(model);
    for (int t = 0; t < series.length() && series.times()[t] <= atMillis; t++) {
      state.observe(series.times()[t], series.values()[t]);
    }
    if (!state.isReady()) {
      throw new UntrainableException(
          "a forecast needs 20 points or more: series="
              + series.name()
              + ", points="
              + state.points());
    }
    return new PathForecast(series.name(), model.features(), times(state), paths(state));
  }

  private void requireFeatures(RecordedSeries series) {
    if (series.features().size() != model.features().size()) {
      throw new UntrainableException(
          "series and model must have the same number of features: series="
              + series.name()
              + " "
              + series.features()
              + ", model="
              + model.id()
              + " "
              + model.features());
    }
  }

  private long[] times(PathState state) {
    long[] times = new long[config.horizon()];
    for (int step = 1; step <= times.length; step++) {
      times[step - 1] = state.timeMillis(step);
    }
    return times;
  }

  private double[][][] paths(PathState state) {
    ErrorSampler errors = new ErrorSampler(model.architecture().errorDistribution(), config.seed());
    PathState.Snapshot end = state.snapshot();
    double[][][] paths = new double[config.samples()][config.horizon()][];
    for (double[][] path : paths) {
      state.restore(end);
      for (int step = 0; step < path.length; step++) {
        path[step] = state.sampleNext(errors);
      }
    }
    return paths;
  }
}
