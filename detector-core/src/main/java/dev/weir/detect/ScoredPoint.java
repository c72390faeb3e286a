// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import java.util.Optional;

/**
 * The result of one detector step.
 *
 * @param evidence the values that explain the decision
 * @param surprise {@code -log10} of the point's combined tail probability, decades, 0 or more
 * @param passesDebounce whether the surprise is above the debounce bar of the series
 * @param decision warming up, normal or anomalous
 * @param alert the alert to publish, if any
 * @param stateReset whether the recurrent state was reset before this point because of a gap
 */
public record ScoredPoint(
    Evidence evidence,
    double surprise,
    boolean passesDebounce,
    Decision decision,
    Optional<Alert> alert,
    boolean stateReset) {

  /**
   * The score of a point that passes the debounce bar, else 0. To compare with a threshold: an
   * incident is counted once.
   */
  public double alertScore() {
    return passesDebounce ? evidence.score() : 0;
  }
}
