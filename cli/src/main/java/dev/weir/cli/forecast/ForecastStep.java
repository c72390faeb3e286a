// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

/**
 * Forecast of one feature at one step.
 *
 * @param step number of steps after the last point, from 1
 * @param timeMillis time of the step, milliseconds
 * @param feature name of the feature
 * @param median median of the samples
 * @param mean mean of the samples
 * @param central50 interval of the central 50 % of the samples
 * @param central95 interval of the central 95 % of the samples
 */
public record ForecastStep(
    int step,
    long timeMillis,
    String feature,
    double median,
    double mean,
    Interval central50,
    Interval central95) {

  /**
   * An interval.
   *
   * @param lower lower bound
   * @param upper upper bound
   */
  public record Interval(double lower, double upper) {

    /** Returns whether the interval, bounds included, contains the value. */
    public boolean contains(double value) {
      return lower <= value && value <= upper;
    }
  }
}
