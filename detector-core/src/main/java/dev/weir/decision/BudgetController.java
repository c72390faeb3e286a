// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/**
 * The control that keeps the alerts of a series within the {@link AlertBudget}: adaptive conformal
 * inference (Gibbs &amp; Candes 2021, section 2) on the rate of incidents, with a decaying step
 * size (Angelopoulos, Barber &amp; Bates 2024, section 3).
 *
 * <p>The threshold of a new series follows from the budget and the calibration of the cohort. Each
 * alert raises the threshold offset by a step. Each point lowers it by a step times the alerts that
 * the budget grants per point. If the offset changes by {@code d} decades over any period in which
 * no step is smaller than {@code s}, then the number of alerts differs from the budget by {@code d
 * / s} at most, for any data and any length of the period. With an offset within one decade, that
 * is five alerts.
 *
 * <p>The step size depends on the accrued alerts. For a young series the calibration of the cohort
 * is more reliable than a few alerts of its own, which may be true. Up to ten accrued alerts the
 * step thus grows with their square, to one decade: a series that differs from its cohort then gets
 * a threshold of its own quickly. After that the step decays with the square root of the accrued
 * alerts, so that the threshold becomes stable.
 *
 * <p>An incident that lasts longer than the interval between two granted alerts raises the offset
 * too, so that no incident lasts forever. Only in this case a series has fewer alerts than granted.
 */
public final class BudgetController {

  /** The largest step, in decades, at {@link #GUARANTEE_ALERTS} accrued alerts. */
  private static final double MAX_STEP = 1;

  /** The final step, in decades. */
  private static final double FINAL_STEP = 0.2;

  /** Lower bound of the offset: a series that never alerts must not alert on tiny changes. */
  private static final double MIN_OFFSET = -2;

  /** Upper bound of the offset: a series that alerts all the time must recover. */
  private static final double MAX_OFFSET = 3;

  /** Accrued alerts at which the bound of the class comment is a factor of two. */
  private static final double GUARANTEE_ALERTS = 10;

  private BudgetController() {}

  /**
   * Returns the threshold of a series: a point of this rate or a lower one is anomalous.
   *
   * @param log10Initial threshold of a new series, {@link AlertBudget#log10InitialThreshold}
   * @return incidents per point, as a decimal logarithm
   */
  public static double log10Threshold(BudgetState state, double log10Initial) {
    return log10Initial - state.thresholdOffset();
  }

  /**
   * Updates the threshold offset after a scored point.
   *
   * @param opened whether the point opened an incident
   * @param incidentPoints points of the current incident, 0 if there is none
   * @param granted alerts that the budget grants per point
   */
  public static void update(BudgetState state, boolean opened, int incidentPoints, double granted) {
    state.accruedAlerts(state.accruedAlerts() + granted);
    boolean lasting = incidentPoints * granted > 1;
    double excess = lasting ? granted : (opened ? 1 : 0) - granted;
    double offset = state.thresholdOffset() + step(state) * excess;
    state.thresholdOffset(Math.max(MIN_OFFSET, Math.min(MAX_OFFSET, offset)));
  }

  private static double step(BudgetState state) {
    double progress = state.accruedAlerts() / GUARANTEE_ALERTS;
    return progress < 1
        ? MAX_STEP * progress * progress
        : Math.max(FINAL_STEP, MAX_STEP / Math.sqrt(progress));
  }

  /** Returns how far the budget holds for a series. */
  public static Guarantee guarantee(BudgetState state) {
    return state.accruedAlerts() < GUARANTEE_ALERTS ? Guarantee.PROVISIONAL : Guarantee.GUARANTEED;
  }
}
