package dev.weir.evaluation.budget;

/**
 * One series at one budget.
 *
 * @param corpus what the series belongs to
 * @param name its name
 * @param days time behind its warm-up, points by median interval
 * @param asked alerts that the budget allows in that time
 * @param opened alerts opened in it
 */
public record BudgetRow(String corpus, String name, double days, double asked, long opened) {

  /** Whether the count itself is from half to twice what was asked. */
  public boolean isWithinTwice() {
    return opened >= asked / 2 && opened <= 2 * asked;
  }

  /**
   * Whether some rate from half to twice what was asked lies in the 95 % interval of the rate that
   * the count speaks for.
   */
  public boolean mayBeWithinTwice() {
    return Poisson.highestMean(opened) >= asked / 2 && Poisson.lowestMean(opened) <= 2 * asked;
  }
}
