package dev.weir.evaluation.nab;

/** What a detection, a miss and a false alarm count for. */
public enum NabProfile {
  /** All alike. */
  STANDARD("standard", 1, 1, 0.11),
  /** False alarms count double. */
  REWARD_LOW_FP("reward low FP", 1, 1, 0.22),
  /** Misses count double. */
  REWARD_LOW_FN("reward low FN", 1, 2, 0.11);

  private final String label;
  private final double hitWeight;
  private final double missWeight;
  private final double falseAlarmWeight;

  NabProfile(String label, double hitWeight, double missWeight, double falseAlarmWeight) {
    this.label = label;
    this.hitWeight = hitWeight;
    this.missWeight = missWeight;
    this.falseAlarmWeight = falseAlarmWeight;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  double hitWeight() {
    return hitWeight;
  }

  double missWeight() {
    return missWeight;
  }

  double falseAlarmWeight() {
    return falseAlarmWeight;
  }

  /**
   * 0 for a detector that never fires, 100 for one that fires on the first row of each window
   * alone.
   */
  double normalise(double raw, int windows) {
    double silent = -missWeight * windows;
    double perfect = hitWeight * windows;
    return windows == 0 ? 0 : 100 * (raw - silent) / (perfect - silent);
  }
}
