// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/** The decision about a point. */
public sealed interface Decision {

  /**
   * The series has too few points to be scored.
   *
   * @param pointsLeft points that remain until the end of the warm-up, 0 or more
   */
  record WarmingUp(int pointsLeft) implements Decision {}

  /** The point is not rarer than the threshold. */
  record Normal() implements Decision {}

  /** The point is at least as rare as the threshold. */
  record Anomalous() implements Decision {}

  /** The instance of {@link Normal}. */
  Normal NORMAL = new Normal();

  /** The instance of {@link Anomalous}. */
  Anomalous ANOMALOUS = new Anomalous();

  /** The name in score records. */
  default String label() {
    if (this instanceof WarmingUp) {
      return "warming_up";
    }
    return this instanceof Normal ? "normal" : "anomalous";
  }
}
