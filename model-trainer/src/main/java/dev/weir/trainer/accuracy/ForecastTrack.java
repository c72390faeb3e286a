// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import dev.weir.forecast.ErrorDistribution;

/**
 * Sums of the errors and log scores of one forecaster.
 *
 * <p>A forecaster without a predictive distribution gets Student's t with 4 degrees of freedom. Its
 * scale is the running mean of the absolute errors over {@value #MEMORY_POINTS} points: for this
 * distribution the mean absolute error equals the scale.
 */
final class ForecastTrack {

  private static final int MEMORY_POINTS = 200;

  /** Minimum scale in mean steps, because values are rounded. */
  private static final double MIN_SCALE = 0.01;

  private final double step;
  private double meanError;
  private long observed;
  private double errors;
  private double logScores;
  private long points;

  /**
   * @param step mean absolute step on the training part
   */
  ForecastTrack(double step) {
    this.step = step;
  }

  /**
   * Adds an error to the running mean.
   *
   * @param error value minus forecast
   * @param counted whether it is scored, too
   */
  void observe(double error, boolean counted) {
    if (counted) {
      count(ErrorDistribution.STUDENT_T, error, meanError);
    }
    observed++;
    meanError += (Math.abs(error) - meanError) / Math.min(observed, MEMORY_POINTS);
  }

  /** Scores an error of a forecaster with a predictive distribution. */
  void count(ErrorDistribution distribution, double error, double scale) {
    points++;
    errors += Math.abs(error);
    double unit = Math.max(step, Double.MIN_NORMAL);
    logScores += distribution.logDensity(error / unit, Math.max(scale / unit, MIN_SCALE));
  }

  long points() {
    return points;
  }

  ForecastScore score() {
    double n = Math.max(1, points);
    return new ForecastScore(errors / n, logScores / n);
  }
}
