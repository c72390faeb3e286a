// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/** Daily and weekly pattern: two harmonics of the day, lower weekends; about -1 to 1. */
final class DayCourse {

  private final int pointsPerDay;
  private final double phase;
  private final double secondPhase;
  private final double second;
  private final double weekend;

  DayCourse(int pointsPerDay, Noise noise) {
    this.pointsPerDay = pointsPerDay;
    phase = noise.uniform(0, 2 * Math.PI);
    secondPhase = noise.uniform(0, 2 * Math.PI);
    second = noise.uniform(0, 0.5);
    weekend = noise.chance(0.6) ? noise.uniform(0.4, 0.9) : 1;
  }

  /** Value at the t-th point. */
  double at(int t) {
    double angle = 2 * Math.PI * t / pointsPerDay;
    double day = Math.sin(angle + phase) + second * Math.sin(2 * angle + secondPhase);
    boolean isWeekend = t / pointsPerDay % 7 >= 5;
    return (isWeekend ? weekend * day - (1 - weekend) : day) / (1 + second);
  }
}
