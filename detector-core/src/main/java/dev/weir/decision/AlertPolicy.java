// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import java.util.Optional;

/**
 * The life cycle of incidents and their alerts. The first anomalous point opens an incident. A
 * later anomalous point updates it if its score is clearly higher than that of the last alert, or
 * if the last alert is {@code quietPoints} points ago. {@code quietPoints} consecutive points that
 * are not anomalous resolve it.
 */
public final class AlertPolicy {

  /** Default number of points without an anomaly that resolve an incident. */
  public static final int DEFAULT_QUIET_POINTS = 30;

  /** A point that is this many times rarer than the last alert is alerted immediately. */
  private static final double UPDATE_FACTOR = 10;

  /**
   * Largest part of the interval between two granted alerts that the quiet points may take. With a
   * large budget an incident is thus resolved before the next alert is granted.
   */
  private static final double MAX_QUIET_PART = 0.25;

  private final int quietPoints;

  /**
   * Creates a policy.
   *
   * @param quietPoints consecutive points without an anomaly that resolve an incident, 1 or more
   * @throws IllegalArgumentException if {@code quietPoints} is below 1
   */
  public AlertPolicy(int quietPoints) {
    if (quietPoints < 1) {
      throw new IllegalArgumentException(
          "quietPoints must be 1 or more: quietPoints=" + quietPoints);
    }
    this.quietPoints = quietPoints;
  }

  /**
   * Updates the incident of a series with the next decision.
   *
   * @param evidence evidence of the decision
   * @param granted alerts that the budget grants per point
   * @return the alert to emit, if any
   */
  public Optional<Alert> update(
      IncidentState state, Decision decision, Evidence evidence, double granted) {
    return decision instanceof Decision.Anomalous
        ? openOrExtend(state, evidence)
        : resolve(state, evidence, Math.min(quietPoints, MAX_QUIET_PART / granted));
  }

  private Optional<Alert> openOrExtend(IncidentState state, Evidence evidence) {
    if (!state.isOpen()) {
      state.open(evidence);
      return alert(Alert.Status.OPENED, state, evidence);
    }
    state.extend(evidence);
    boolean due = state.countPointSinceAlert() >= quietPoints;
    if (!due && odds(evidence.score()) < UPDATE_FACTOR * odds(state.lastAlertScore())) {
      return Optional.empty();
    }
    state.recordAlert(evidence);
    return alert(Alert.Status.UPDATED, state, evidence);
  }

  /** Odds of a score, which are inversely proportional to its rate. */
  private static double odds(double score) {
    return score / (1 - score);
  }

  private static Optional<Alert> resolve(
      IncidentState state, Evidence evidence, double quietPoints) {
    state.countPointSinceAlert();
    if (!state.isOpen() || state.countQuietPoint() < quietPoints) {
      return Optional.empty();
    }
    state.close();
    return alert(Alert.Status.RESOLVED, state, evidence);
  }

  private static Optional<Alert> alert(
      Alert.Status status, IncidentState state, Evidence evidence) {
    return Optional.of(new Alert(status, state.incident(), evidence));
  }
}
