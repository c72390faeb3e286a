package dev.weir.detect;

import dev.weir.decision.AlertBudget;
import dev.weir.decision.AlertPolicy;

/**
 * What the user decides.
 *
 * @param budget false alarms accepted
 * @param warmUpPoints points of a series before it is judged
 * @param quietPoints normal points in a row that end an incident
 */
public record DetectorConfig(AlertBudget budget, int warmUpPoints, int quietPoints) {

  /** One false alarm a week and series, judged from the 51st point on. */
  public static final DetectorConfig DEFAULT =
      new DetectorConfig(AlertBudget.DEFAULT, 50, AlertPolicy.DEFAULT_QUIET_POINTS);

  /**
   * @throws IllegalArgumentException where warm-up is shorter than 2 points
   */
  public DetectorConfig {
    if (warmUpPoints < 2) {
      throw new IllegalArgumentException(
          "warmUpPoints must be 2 or more: warmUpPoints=" + warmUpPoints);
    }
  }
}
