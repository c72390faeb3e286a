// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import dev.weir.sandbox.synthetic.CoupledHosts;
import dev.weir.sandbox.synthetic.Label;
import java.util.List;
import java.util.Optional;

/**
 * Result of one injected anomaly.
 *
 * @param label the injected anomaly
 * @param alert the first alert opened in it, if any
 */
record CauseOutcome(Label label, Optional<OpenedAlert> alert) {

  /** Time after the last point of an anomaly in which an alert still finds it, milliseconds. */
  private static final long SLACK_MILLIS = 10 * CoupledHosts.STEP_MILLIS;

  static CauseOutcome of(Label label, List<OpenedAlert> alerts) {
    return new CauseOutcome(
        label, alerts.stream().filter(alert -> belongs(label, alert)).findFirst());
  }

  /** Whether an alert was opened in an anomaly or shortly after it. */
  static boolean belongs(Label label, OpenedAlert alert) {
    return label.fromMillis() <= alert.timeMillis()
        && alert.timeMillis() <= label.toMillis() + SLACK_MILLIS;
  }

  boolean isFound() {
    return alert.isPresent();
  }

  /** Whether the alert names the injected feature. */
  boolean isIdentified() {
    return alert.filter(opened -> opened.feature() == label.feature()).isPresent();
  }
}
