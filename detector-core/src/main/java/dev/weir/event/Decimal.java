// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/** The exact conversion of decimal numbers to doubles. */
final class Decimal {

  /** Powers of ten that a double represents exactly. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long EXACT_SIGNIFICAND = 1L << 53;

  private Decimal() {}

  /**
   * Whether a single operation on doubles computes {@code significand * 10^exponent} with correct
   * rounding. It does if both operands are exact (Clinger 1990, "How to read floating point numbers
   * accurately").
   */
  static boolean isExact(long significand, int exponent) {
    return significand <= EXACT_SIGNIFICAND
        && exponent < EXACT_POWERS.length
        && -exponent < EXACT_POWERS.length;
  }

  /** Returns the double nearest to {@code significand * 10^exponent}, if {@link #isExact}. */
  static double toDouble(long significand, int exponent) {
    return exponent < 0
        ? significand / EXACT_POWERS[-exponent]
        : significand * EXACT_POWERS[exponent];
  }
}
