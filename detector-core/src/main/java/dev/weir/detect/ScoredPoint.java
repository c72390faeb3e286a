package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import java.util.Optional;

/**
 * What became of one point.
 *
 * @param evidence the point, the expected band and the score
 * @param surprise what the score was calibrated from, decades, 0 or more
 * @param standsOut whether it is clearly rarer than all points shortly before
 * @param decision what Weir holds of it
 * @param alert what is to be published, if anything
 * @param restarted whether the recurrent state was reset before this point, behind a gap
 */
public record ScoredPoint(
    Evidence evidence,
    double surprise,
    boolean standsOut,
    Decision decision,
    Optional<Alert> alert,
    boolean restarted) {

  /**
   * The score where the point stands out, else 0: what to sweep a threshold over, since it counts
   * an incident once.
   */
  public double alertScore() {
    return standsOut ? evidence.score() : 0;
  }
}
