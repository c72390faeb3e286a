// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import dev.weir.detect.DetectorModel;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.UntrainableException;

/** Draws paths of the points to come. */
public final class FreeRun {

  private final DetectorModel model;
  private final PathConfig config;

  /** Paths of this model. */
  public FreeRun(DetectorModel model, PathConfig config) {
    this.model = model;
    this.config = config;
  }

  /**
   * Forecasts from the end of a series' history.
   *
   * @throws UntrainableException where the series has other features than the model, or too few
   *     points to know its own scale
   */
  public PathForecast of(RecordedSeries series) {
    return of(series, Long.MAX_VALUE);
  }

  /**
   * Forecasts from a time in a series' history, of which nothing later is looked at.
   *
   * @param atMillis the last time that is known, milliseconds
   * @throws UntrainableException as above
   */
  public PathForecast of(RecordedSeries series, long atMillis) {
    requireFeatures(series);
    PathState run = new PathState(model);
    for (int t = 0; t < series.length() && series.times()[t] <= atMillis; t++) {
      run.show(series.times()[t], series.values()[t]);
    }
    if (!run.isTrusted()) {
      throw new UntrainableException(
          "a forecast needs a history to start from: series="
              + series.name()
              + ", points="
              + run.points()
              + " up to there, expected 20 or more");
    }
    return new PathForecast(series.name(), model.features(), times(run), paths(run));
  }

  private void requireFeatures(RecordedSeries series) {
    if (series.features().size() != model.features().size()) {
      throw new UntrainableException(
          "series and model must have as many features: series="
              + series.name()
              + " "
              + series.features()
              + ", model="
              + model.id()
              + " "
              + model.features());
    }
  }

  private long[] times(PathState run) {
    long[] times = new long[config.horizon()];
    for (int step = 1; step <= times.length; step++) {
      times[step - 1] = run.timeMillis(step);
    }
    return times;
  }

  private double[][][] paths(PathState run) {
    ErrorSampler errors = new ErrorSampler(model.architecture().errorDistribution(), config.seed());
    PathState.Position end = run.position();
    double[][][] paths = new double[config.samples()][config.horizon()][];
    for (double[][] path : paths) {
      run.restore(end);
      for (int step = 0; step < path.length; step++) {
        path[step] = run.draw(errors);
      }
    }
    return paths;
  }
}
