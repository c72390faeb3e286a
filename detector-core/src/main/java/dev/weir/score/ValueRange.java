// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * The range of all previous values of one feature, and the surprise of a value outside it. The
 * probability of such a value is taken to fall as a power of its distance from the range, relative
 * to the width of the range.
 *
 * <p>A value just outside the range has little surprise, since a drifting series sets new extremes
 * all the time.
 */
final class ValueRange {

  /** Relative distance at which the probability has fallen to {@code 2^-TAIL_INDEX}. */
  private static final double MARGIN = 0.02;

  private static final double TAIL_INDEX = 3;

  /**
   * Relative distances above this count as this. It is also the distance of the first value that
   * differs from a constant.
   */
  private static final double MAX_DISTANCE = 1;

  private static final int LOW = 0;
  private static final int HIGH = 8;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state, 16 bytes. */
  ValueRange(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
    bytes.putDouble(offset + LOW, Double.POSITIVE_INFINITY);
    bytes.putDouble(offset + HIGH, Double.NEGATIVE_INFINITY);
  }

  /**
   * Computes the surprise of a value, then updates the range with it.
   *
   * @param count number of previous values
   * @return decades, 0 or more
   */
  double observe(double value, int count) {
    double low = bytes.getDouble(offset + LOW);
    double high = bytes.getDouble(offset + HIGH);
    double excess = count < 2 ? 0 : Math.max(value - high, low - value);
    double width = high - low;
    bytes.putDouble(offset + LOW, Math.min(low, value));
    bytes.putDouble(offset + HIGH, Math.max(high, value));
    if (!(excess > 0)) {
      return 0;
    }
    double distance = width > 0 ? Math.min(excess / width, MAX_DISTANCE) : MAX_DISTANCE;
    return TAIL_INDEX * Math.log10(1 + distance / MARGIN);
  }
}
