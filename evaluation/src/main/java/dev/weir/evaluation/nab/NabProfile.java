// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

/** Profile of NAB: weights of detections, misses and false alarms (section II.D). */
public enum NabProfile {
  /** The reference weights. */
  STANDARD("standard", 1, 1, 0.11),
  /** False alarms have twice the weight. */
  REWARD_LOW_FP("reward low FP", 1, 1, 0.22),
  /** Misses have twice the weight. */
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

  /** Name for reports. */
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
   * Normalises a raw score: 0 for a detector without detections, 100 for one that detects exactly
   * the first row of each window.
   *
   * @param raw weighted sum of detections, misses and false alarms
   * @param windows number of windows that the sum covers; the result is 0 if there is none
   */
  double normalise(double raw, int windows) {
    double none = -missWeight * windows;
    double perfect = hitWeight * windows;
    return windows == 0 ? 0 : 100 * (raw - none) / (perfect - none);
  }
}
