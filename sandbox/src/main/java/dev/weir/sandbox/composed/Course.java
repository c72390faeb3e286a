package dev.weir.sandbox.composed;

import java.util.Arrays;

/** Arithmetic on whole courses, in place. */
final class Course {

  /** Anything beyond has overflowed, whatever it was meant to be. */
  private static final double LARGEST = 1e100;

  private Course() {}

  /**
   * Shifts and scales to mean 0 and deviation 1; all zero where it stands still, NaN where it is
   * not finite.
   */
  static double[] standardised(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean) / values.length;
    }
    double deviation = Math.sqrt(squares);
    if (!(deviation < LARGEST)) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    boolean moves = deviation > 1e-9 * Math.abs(mean) && deviation > 0;
    for (int t = 0; t < values.length; t++) {
      values[t] = moves ? (values[t] - mean) / deviation : 0;
    }
    return values;
  }

  /** Adds so much of another course. */
  static double[] add(double[] values, double part, double[] other) {
    for (int t = 0; t < values.length; t++) {
      values[t] += part * other[t];
    }
    return values;
  }
}
