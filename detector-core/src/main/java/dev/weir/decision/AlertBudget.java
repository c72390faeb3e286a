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
  private static final double LARGEST_PROBABILITY = 0.01;

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
   * The tail probability that a point may have at most to be called anomalous, in a series of this
   * interval.
   */
  public double tailProbability(double intervalMillis) {
    return Math.min(LARGEST_PROBABILITY, alertsPerDay * intervalMillis / MILLIS_PER_DAY);
  }
}
