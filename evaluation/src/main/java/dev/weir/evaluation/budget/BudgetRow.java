// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.budget;

/**
 * Result of one series at one budget.
 *
 * @param corpus name of the corpus of the series
 * @param name name of the series
 * @param days time after its warm-up: number of points times their median interval
 * @param budgeted number of alerts that the budget allows in that time
 * @param opened number of alerts opened in that time
 */
public record BudgetRow(String corpus, String name, double days, double budgeted, long opened) {

  /** Whether the number of alerts is between half and twice the number budgeted. */
  public boolean isWithinTwice() {
    return opened >= budgeted / 2 && opened <= 2 * budgeted;
  }

  /**
   * Whether the 95 % interval of the expected number of alerts contains a value between half and
   * twice the number budgeted.
   */
  public boolean mayBeWithinTwice() {
    return Poisson.highestMean(opened) >= budgeted / 2
        && Poisson.lowestMean(opened) <= 2 * budgeted;
  }
}
