package dev.weir.evaluation.cause;

import dev.weir.sandbox.synthetic.CoupledHosts;
import dev.weir.sandbox.synthetic.Label;
import java.util.List;
import java.util.Optional;

/**
 * What became of one injected anomaly.
 *
 * @param label what was injected
 * @param opening the first alert opened in it, if any
 */
record CauseVerdict(Label label, Optional<Opening> opening) {

  /** An alert may open so long behind an anomaly's last point, milliseconds. */
  static final long SLACK_MILLIS = 10 * CoupledHosts.STEP_MILLIS;

  static CauseVerdict of(Label label, List<Opening> openings) {
    return new CauseVerdict(
        label, openings.stream().filter(opening -> belongs(label, opening)).findFirst());
  }

  /** Whether an alert opened in an anomaly or shortly behind it. */
  static boolean belongs(Label label, Opening opening) {
    return label.fromMillis() <= opening.timeMillis()
        && opening.timeMillis() <= label.toMillis() + SLACK_MILLIS;
  }

  boolean isFound() {
    return opening.isPresent();
  }

  boolean isNamedRight() {
    return opening.filter(alert -> alert.feature() == label.feature()).isPresent();
  }
}
