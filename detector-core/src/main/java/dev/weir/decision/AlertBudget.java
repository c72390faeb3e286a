// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/**
 * The number of false alarms that the user accepts.
 *
 * @param alertsPerDay false alarms per series and day, above 0
 */
public record AlertBudget(double alertsPerDay) {

  /** One false alarm per series and week. */
  public static final AlertBudget DEFAULT = new AlertBudget(1.0 / 7);

  private static final double MILLIS_PER_DAY = 86_400_000;

  /**
   * The largest rate of an initial threshold. The calibration counts incidents in blocks and cannot
   * measure higher rates. If the budget allows more, {@link BudgetController} adapts the threshold.
   */
  private static final double MAX_RATE = 0.003;

  /**
   * @throws IllegalArgumentException if {@code alertsPerDay} is not above 0 or infinite
   */
  public AlertBudget {
    if (!isValid(alertsPerDay)) {
      throw new IllegalArgumentException(
          "alertsPerDay must be above 0: alertsPerDay=" + alertsPerDay);
    }
  }

  /** Whether a budget can have this number of alerts: above 0 and finite. */
  public static boolean isValid(double alertsPerDay) {
    return alertsPerDay > 0 && Double.isFinite(alertsPerDay);
  }

  /**
   * Returns the threshold of a new series: incidents per point, as a decimal logarithm.
   *
   * @param intervalMillis typical interval between two points of the series, milliseconds
   */
  public double log10InitialThreshold(double intervalMillis) {
    return Math.log10(Math.min(MAX_RATE, alertsPerPoint(intervalMillis)));
  }

  /**
   * Returns the alerts that the budget grants per point.
   *
   * @param intervalMillis typical interval between two points of the series, milliseconds
   */
  public double alertsPerPoint(double intervalMillis) {
    return alertsPerDay * intervalMillis / MILLIS_PER_DAY;
  }
}
