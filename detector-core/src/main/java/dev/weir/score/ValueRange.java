package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * The smallest and largest value so far, and how unusual a value beyond them is: taken to thin out
 * as a power of the part of the range by which it passes.
 *
 * <p>That a record was set says nothing by itself; a series that wanders sets them all the time.
 */
final class ValueRange {

  /** Part of the range at which a record has become rarer by 2 to the power of the tail. */
  private static final double MARGIN = 0.02;

  private static final double TAIL_INDEX = 3;

  /**
   * What passes the range further than this says no more; also what a first departure from a
   * constant counts for.
   */
  private static final double LARGEST_PART = 1;

  private static final int LOW = 0;
  private static final int HIGH = 8;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place, 16 bytes. */
  ValueRange(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
    bytes.putDouble(at + LOW, Double.POSITIVE_INFINITY);
    bytes.putDouble(at + HIGH, Double.NEGATIVE_INFINITY);
  }

  /**
   * Judges one value, then learns it.
   *
   * @param count values before this one
   * @return surprise, decades, 0 or more
   */
  double observe(double value, int count) {
    double low = bytes.getDouble(at + LOW);
    double high = bytes.getDouble(at + HIGH);
    double excess = count < 2 ? 0 : Math.max(value - high, low - value);
    double range = high - low;
    bytes.putDouble(at + LOW, Math.min(low, value));
    bytes.putDouble(at + HIGH, Math.max(high, value));
    if (!(excess > 0)) {
      return 0;
    }
    double part = range > 0 ? Math.min(excess / range, LARGEST_PART) : LARGEST_PART;
    return TAIL_INDEX * Math.log10(1 + part / MARGIN);
  }
}
