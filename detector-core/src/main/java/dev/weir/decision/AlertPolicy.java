package dev.weir.decision;

import java.util.Optional;

/**
 * Turns decisions into incidents: opened by the first anomalous point, updated when the score has
 * risen clearly since the last message or {@code quietPoints} points after it, resolved after
 * {@code quietPoints} points in a row that are not anomalous.
 */
public final class AlertPolicy {

  /** Points without an anomaly that end an incident, unless told otherwise. */
  public static final int DEFAULT_QUIET_POINTS = 30;

  /** An update is sent when a point is this many times rarer than the last one told. */
  private static final double UPDATE_FACTOR = 10;

  /** Part of the points to the next granted alert that an incident's end may take. */
  private static final double PART_OF_QUIET = 0.25;

  private final int quietPoints;

  /**
   * @param quietPoints points in a row that are not anomalous which end an incident, 1 or more
   */
  public AlertPolicy(int quietPoints) {
    if (quietPoints < 1) {
      throw new IllegalArgumentException(
          "quietPoints must be 1 or more: quietPoints=" + quietPoints);
    }
    this.quietPoints = quietPoints;
  }

  /**
   * Moves the series' incident on by one decision.
   *
   * @param evidence evidence of the decision
   * @param granted alerts that the budget grants a point
   */
  public Optional<Alert> next(
      IncidentState state, Decision decision, Evidence evidence, double granted) {
    return decision instanceof Decision.Anomalous
        ? anomalous(state, evidence)
        : quiet(state, evidence, quietPoints(granted));
  }

  /** Who grants an alert every few points wants incidents that end within them. */
  private double quietPoints(double granted) {
    return Math.min(quietPoints, PART_OF_QUIET / granted);
  }

  private Optional<Alert> anomalous(IncidentState state, Evidence evidence) {
    if (!state.isOpen()) {
      state.open(evidence);
      return alert(Alert.Status.OPENED, state, evidence);
    }
    state.extend(evidence);
    boolean due = state.countSinceTold() >= quietPoints;
    if (!due && odds(evidence.score()) < UPDATE_FACTOR * odds(state.toldScore())) {
      return Optional.empty();
    }
    state.told(evidence);
    return alert(Alert.Status.UPDATED, state, evidence);
  }

  /** Of a score: how many times rarer than the budget's line. */
  private static double odds(double score) {
    return score / (1 - score);
  }

  private static Optional<Alert> quiet(IncidentState state, Evidence evidence, double quietPoints) {
    state.countSinceTold();
    if (!state.isOpen() || state.countQuiet() < quietPoints) {
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
