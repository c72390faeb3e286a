// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Sampled future paths of a series.
 *
 * @param series name of the series
 * @param features names of the features, {@code [feature]}
 * @param times times of the steps, milliseconds, {@code [step]}
 * @param paths sampled values, {@code [path, step, feature]}
 */
public record PathForecast(String series, List<String> features, long[] times, double[][][] paths) {

  /** Copies the names. */
  public PathForecast {
    features = List.copyOf(features);
  }

  /** Returns one row per step and feature, ordered by step. */
  public List<ForecastStep> steps() {
    List<ForecastStep> steps = new ArrayList<>();
    for (int step = 0; step < times.length; step++) {
      for (int feature = 0; feature < features.size(); feature++) {
        steps.add(step(step, feature));
      }
    }
    return steps;
  }

  private ForecastStep step(int step, int feature) {
    double[] samples = Arrays.stream(paths).mapToDouble(path -> path[step][feature]).toArray();
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    quantiles.setData(samples);
    return new ForecastStep(
        step + 1,
        times[step],
        features.get(feature),
        quantiles.evaluate(50),
        Arrays.stream(samples).average().orElseThrow(),
        new ForecastStep.Interval(quantiles.evaluate(25), quantiles.evaluate(75)),
        new ForecastStep.Interval(quantiles.evaluate(2.5), quantiles.evaluate(97.5)));
  }

  /** Compares by identity: paths are large arrays. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return series + features + "[" + paths.length + " paths of " + times.length + "]";
  }
}
