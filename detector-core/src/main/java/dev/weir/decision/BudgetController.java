package dev.weir.decision;

/**
 * Keeps one series to the user's budget, whatever it turns into: adaptive conformal inference
 * (Gibbs &amp; Candes 2021, section 2) on the rate of incidents, with steps that grow, then decay
 * (Angelopoulos, Barber &amp; Bates 2024, section 3).
 *
 * <p>The line starts where the cohort's calibration puts it. Every alert lifts it by a step, and
 * every point lowers it by the share of an alert that the budget grants it. So over any stretch in
 * which the line moved by {@code d} decades and no step was smaller than {@code s}, the alerts
 * differ from the budget by {@code d / s} at most: with the line within a decade, by five, however
 * long the stretch and whatever the data.
 *
 * <p>In its first weeks a series is better judged by the cohort than by a handful of alerts of its
 * own, which may well be true ones: until ten alerts were granted the step grows as the square of
 * their number. Then it is a decade, so that a series unlike its cohort soon has a line of its own;
 * and then it decays as the root of their number, so that a line once found stays.
 *
 * <p>An incident that outlasts the time of one granted alert lifts the line, too, so that none
 * lasts for ever; only then is less spent than was granted.
 */
public final class BudgetController {

  /** Decades that an alert lifts the line by at most, with {@link #GUARANTEED_ALERTS} granted. */
  private static final double LARGEST_STEP = 1;

  /** Decades that an alert lifts the line by for good. */
  private static final double LASTING_STEP = 0.2;

  /** A series that never does anything is not dug through for trifles... */
  private static final double LOWEST = -2;

  /** ...nor is one that does nothing else silenced for good. */
  private static final double HIGHEST = 3;

  /** Granted alerts from which on the bound of the class comment is a factor of two. */
  private static final double GUARANTEED_ALERTS = 10;

  private BudgetController() {}

  /**
   * The series' line: what comes up in the cohort no more often than this is to be told.
   *
   * @param log10Allowed incidents per point that the budget allows, as a decimal logarithm
   * @return incidents per point, as a decimal logarithm
   */
  public static double log10Line(BudgetState state, double log10Allowed) {
    return log10Allowed - state.lift();
  }

  /**
   * Moves the line behind one judged point.
   *
   * @param opened whether it opened an incident
   * @param incidentPoints points of the incident that the series is in, 0 where it is in none
   * @param granted alerts that the budget grants a point
   */
  public static void learn(BudgetState state, boolean opened, int incidentPoints, double granted) {
    state.granted(state.granted() + granted);
    boolean lasting = incidentPoints * granted > 1;
    double spent = lasting ? granted : (opened ? 1 : 0) - granted;
    double lift = state.lift() + step(state) * spent;
    state.lift(Math.max(LOWEST, Math.min(HIGHEST, lift)));
  }

  private static double step(BudgetState state) {
    double part = state.granted() / GUARANTEED_ALERTS;
    return part < 1
        ? LARGEST_STEP * part * part
        : Math.max(LASTING_STEP, LARGEST_STEP / Math.sqrt(part));
  }

  /** What can be promised of the series now. */
  public static Guarantee guarantee(BudgetState state) {
    return state.granted() < GUARANTEED_ALERTS ? Guarantee.PROVISIONAL : Guarantee.GUARANTEED;
  }
}
