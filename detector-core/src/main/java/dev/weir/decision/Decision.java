package dev.weir.decision;

/** What Weir holds of one point. */
public sealed interface Decision {

  /** The series is too young to be judged. */
  record WarmingUp(int pointsLeft) implements Decision {}

  /** As expected, or not unusual enough. */
  record Normal() implements Decision {}

  /** Rarer than the budget allows. */
  record Anomalous() implements Decision {}

  /** The one {@link Normal}. */
  Normal NORMAL = new Normal();

  /** The one {@link Anomalous}. */
  Anomalous ANOMALOUS = new Anomalous();

  /** The word in score records. */
  default String label() {
    if (this instanceof WarmingUp) {
      return "warming_up";
    }
    return this instanceof Normal ? "normal" : "anomalous";
  }
}
