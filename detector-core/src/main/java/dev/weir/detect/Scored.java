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
 * @param alertScore the score where it is clearly rarer than all points shortly before, else 0:
 *     what to sweep a threshold over, since it counts an incident once
 * @param decision what Weir holds of it
 * @param alert what is to be published, if anything
 * @param restarted whether the recurrent state was reset before this point, behind a gap
 */
public record Scored(
    Evidence evidence,
    double surprise,
    double alertScore,
    Decision decision,
    Optional<Alert> alert,
    boolean restarted) {}
