// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.decision.AlertBudget;
import dev.weir.decision.AlertPolicy;

/**
 * Configuration of the {@link Detector}.
 *
 * @param budget false alarms that the user accepts
 * @param warmUpPoints first points of a series that are not scored, {@value #MIN_WARM_UP_POINTS} or
 *     more
 * @param quietPoints consecutive points without an anomaly that resolve an incident, 1 or more
 */
public record DetectorConfig(AlertBudget budget, int warmUpPoints, int quietPoints) {

  /** Shortest warm-up: a scale needs two points. */
  public static final int MIN_WARM_UP_POINTS = 2;

  /** One false alarm per series and week, and a warm-up of 50 points. */
  public static final DetectorConfig DEFAULT =
      new DetectorConfig(AlertBudget.DEFAULT, 50, AlertPolicy.DEFAULT_QUIET_POINTS);

  /**
   * @throws IllegalArgumentException if {@code warmUpPoints} is below {@value #MIN_WARM_UP_POINTS}
   */
  public DetectorConfig {
    if (warmUpPoints < MIN_WARM_UP_POINTS) {
      throw new IllegalArgumentException(
          "warmUpPoints must be " + MIN_WARM_UP_POINTS + " or more: warmUpPoints=" + warmUpPoints);
    }
  }
}
