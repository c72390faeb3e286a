package dev.weir.evaluation.budget;

import java.util.List;

/**
 * A budget as users think of it.
 *
 * @param label what it is called
 * @param alertsPerDay alerts a series and day
 */
public record AskedBudget(String label, double alertsPerDay) {

  /** The three that are promised. */
  public static final List<AskedBudget> ALL =
      List.of(
          new AskedBudget("1 a day", 1),
          new AskedBudget("1 a week", 1.0 / 7),
          new AskedBudget("1 a month", 1.0 / 30));
}
