package dev.weir.decision;

/**
 * Keeps one series to the user's budget, whatever it turns into: adaptive conformal inference
 * (Gibbs &amp; Candes 2021, section 2) on the rate of incidents.
 *
 * <p>The line starts where the cohort's calibration puts it. Every alert lifts it by {@value #STEP}
 * decades, and every point lowers it by the share of an alert that the budget grants it. So over
 * any stretch in which the line moved by {@code d} decades, the alerts differ from the budget by
 * {@code d / STEP}: with the line within a decade, by ten, however long the stretch and whatever
 * the data. Until ten alerts were granted the step is smaller, in proportion: in its first weeks a
 * series is better judged by the cohort than by a handful of alerts of its own, which may well be
 * true ones.
 *
 * <p>An incident that outlasts the time of one granted alert lifts the line, too, so that none
 * lasts for ever; only then is less spent than was granted.
 */
public final class BudgetControl {

  /** Decades that an alert lifts the line by. */
  static final double STEP = 0.1;

  /** A series that never does anything is not dug through for trifles... */
  private static final double LOWEST = -2;

  /** ...nor is one that does nothing else silenced for good. */
  private static final double HIGHEST = 3;

  /** Granted alerts from which on the bound of the class comment is a factor of two. */
  private static final double GUARANTEED_ALERTS = 10;

  private BudgetControl() {}

  /** The state of a series never seen. */
  public static BudgetState newState() {
    return new BudgetState();
  }

  /**
   * The series' line: what comes up in the cohort no more often than this is to be told.
   *
   * @param log10Allowed incidents per point that the budget allows, as a decimal logarithm
   * @return incidents per point, as a decimal logarithm
   */
  public static double log10Line(BudgetState state, double log10Allowed) {
    return log10Allowed - state.lift;
  }

  /**
   * Moves the line behind one judged point.
   *
   * @param opened whether it opened an incident
   * @param incidentPoints points of the incident that the series is in, 0 where it is in none
   * @param granted alerts that the budget grants a point
   */
  public static void learn(BudgetState state, boolean opened, int incidentPoints, double granted) {
    state.granted += granted;
    boolean lasting = incidentPoints * granted > 1;
    double spent = lasting ? granted : (opened ? 1 : 0) - granted;
    state.lift = Math.max(LOWEST, Math.min(HIGHEST, state.lift + step(state) * spent));
  }

  private static double step(BudgetState state) {
    return STEP * Math.min(1, state.granted / GUARANTEED_ALERTS);
  }

  /** What can be promised of the series now. */
  public static Guarantee guarantee(BudgetState state) {
    return state.granted < GUARANTEED_ALERTS ? Guarantee.PROVISIONAL : Guarantee.GUARANTEED;
  }
}
