// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.budget;

import java.util.List;

/**
 * Alert budget that a model is evaluated at.
 *
 * @param label name in tables
 * @param alertsPerDay target: alerts per series and day
 */
public record BudgetTarget(String label, double alertsPerDay) {

  /** All budgets of the report. */
  public static final List<BudgetTarget> ALL =
      List.of(
          new BudgetTarget("1 per day", 1),
          new BudgetTarget("1 per week", 1.0 / 7),
          new BudgetTarget("1 per month", 1.0 / 30));
}
