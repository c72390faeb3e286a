package dev.weir.decision;

/**
 * How many false alarms the user accepts.
 *
 * @param alertsPerDay false alerts a series and day, above 0
 */
public record AlertBudget(double alertsPerDay) {

  /** One a week. */
  public static final AlertBudget DEFAULT = new AlertBudget(1.0 / 7);

  private static final double MILLIS_PER_DAY = 86_400_000;

  /**
   * However generous the budget, a line starts no lower than here: the cohort's calibration counts
   * incidents in blocks and can't tell higher rates apart. {@link BudgetController} finds the rest.
   */
  private static final double LARGEST_RATE = 0.003;

  /**
   * @throws IllegalArgumentException where it is not above 0
   */
  public AlertBudget {
    if (!(alertsPerDay > 0) || Double.isInfinite(alertsPerDay)) {
      throw new IllegalArgumentException(
          "alertsPerDay must be above 0: alertsPerDay=" + alertsPerDay);
    }
  }

  /**
   * The rate of incidents per point, as a decimal logarithm, at which the line of a series of this
   * interval starts.
   */
  public double log10Rate(double intervalMillis) {
    return Math.log10(Math.min(LARGEST_RATE, perPoint(intervalMillis)));
  }

  /** Alerts a point in a series of this interval. */
  public double perPoint(double intervalMillis) {
    return alertsPerDay * intervalMillis / MILLIS_PER_DAY;
  }
}
