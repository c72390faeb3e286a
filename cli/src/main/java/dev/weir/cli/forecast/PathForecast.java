package dev.weir.cli.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    double[] drawn =
        Arrays.stream(paths).mapToDouble(path -> path[step][feature]).sorted().toArray();
    return new ForecastStep(
        step + 1,
        times[step],
        features.get(feature),
        quantile(drawn, 0.5),
        Arrays.stream(drawn).average().orElseThrow(),
        new ForecastStep.Range(quantile(drawn, 0.25), quantile(drawn, 0.75)),
        new ForecastStep.Range(quantile(drawn, 0.025), quantile(drawn, 0.975)));
  }

  /** Between the two nearest of the sorted numbers (Hyndman &amp; Fan 1996, type 7). */
  static double quantile(double[] sorted, double part) {
    double at = part * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
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
