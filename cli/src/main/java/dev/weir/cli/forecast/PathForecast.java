// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Paths that a series may take.
 *
 * @param series its name
 * @param features names of its values, {@code [feature]}
 * @param times of the points to come, milliseconds, {@code [step]}
 * @param paths what was drawn, {@code [path, step, feature]}
 */
public record PathForecast(String series, List<String> features, long[] times, double[][][] paths) {

  /** Keeps an unmodifiable copy of the names. */
  public PathForecast {
    features = List.copyOf(features);
  }

  /** One row a step and feature, steps first. */
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
    double[] drawn = Arrays.stream(paths).mapToDouble(path -> path[step][feature]).toArray();
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    quantiles.setData(drawn);
    return new ForecastStep(
        step + 1,
        times[step],
        features.get(feature),
        quantiles.evaluate(50),
        Arrays.stream(drawn).average().orElseThrow(),
        new ForecastStep.Range(quantiles.evaluate(25), quantiles.evaluate(75)),
        new ForecastStep.Range(quantiles.evaluate(2.5), quantiles.evaluate(97.5)));
  }

  /** Two forecasts are the same only where they are the same object: paths aren't compared. */
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
