// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import dev.weir.forecast.ErrorDistribution;

/**
 * Sums one forecaster's errors and log scores. Where a forecaster gives no spread of its own, it
 * gets Student's t with 4 degrees of freedom around its forecast, of the scale of its own errors so
 * far: a running mean of their size with a memory of {@value #MEMORY_POINTS} points, which for this
 * law is the scale itself.
 */
final class ForecastTrack {

  private static final int MEMORY_POINTS = 200;

  /** No scale is taken for smaller than this part of an ordinary step: values are rounded. */
  private static final double FLOOR = 0.01;

  private final double step;
  private double meanError;
  private long seen;
  private double errors;
  private double logScores;
  private long points;

  /**
   * @param step size of an ordinary step on the training span
   */
  ForecastTrack(double step) {
    this.step = step;
  }

  /**
   * Takes in an error, and counts it where it is judged.
   *
   * @param error value less forecast
   */
  void observe(double error, boolean judged) {
    if (judged) {
      count(ErrorDistribution.STUDENT_T, error, meanError);
    }
    seen++;
    meanError += (Math.abs(error) - meanError) / Math.min(seen, MEMORY_POINTS);
  }

  /** Counts an error of a forecaster that gave its own law and scale. */
  void count(ErrorDistribution law, double error, double scale) {
    points++;
    errors += Math.abs(error);
    double unit = Math.max(step, Double.MIN_NORMAL);
    logScores += law.logDensity(error / unit, Math.max(scale / unit, FLOOR));
  }

  long points() {
    return points;
  }

  ForecastScore score() {
    double n = Math.max(1, points);
    return new ForecastScore(errors / n, logScores / n);
  }
}
