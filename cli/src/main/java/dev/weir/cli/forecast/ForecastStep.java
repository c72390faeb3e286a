// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

/**
 * What is expected of one feature at one step.
 *
 * @param step steps beyond the last point, from 1
 * @param timeMillis when it will be, milliseconds
 * @param feature name of the value
 * @param median of what was drawn
 * @param mean of what was drawn
 * @param half the middle 50 %
 * @param most the middle 95 %
 */
public record ForecastStep(
    int step, long timeMillis, String feature, double median, double mean, Range half, Range most) {

  /**
   * A band.
   *
   * @param lower its lower end
   * @param upper its upper end
   */
  public record Range(double lower, double upper) {

    /** Whether a value lies within, ends included. */
    public boolean covers(double value) {
      return lower <= value && value <= upper;
    }
  }
}
