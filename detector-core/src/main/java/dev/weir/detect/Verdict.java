package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import java.util.Optional;

/**
 * What Weir holds of one point.
 *
 * @param decision whether it is anomalous
 * @param alert what is to be published, if anything
 * @param restarted whether the recurrent state was reset before this point, behind a gap
 */
public record Verdict(Decision decision, Optional<Alert> alert, boolean restarted) {}
