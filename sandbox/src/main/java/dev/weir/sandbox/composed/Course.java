// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import java.util.Arrays;

/** Arithmetic on the values of a series, in place. */
final class Course {

  /** A larger deviation is treated as an overflow. */
  private static final double LARGEST = 1e100;

  private Course() {}

  /**
   * Standardises to mean 0 and deviation 1. Constant values become 0; values that are not finite
   * become NaN.
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

  /** Adds {@code part} times the other values. */
  static double[] add(double[] values, double part, double[] other) {
    for (int t = 0; t < values.length; t++) {
      values[t] += part * other[t];
    }
    return values;
  }
}
