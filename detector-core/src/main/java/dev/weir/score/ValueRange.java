package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /**
   * Judges one value, then learns it.
   *
   * @param count values before this one
   * @return surprise, decades, 0 or more
   */
  double observe(double value, int count) {
    double excess = count < 2 ? 0 : Math.max(value - high, low - value);
    double range = high - low;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (!(excess > 0)) {
      return 0;
    }
    double part = range > 0 ? Math.min(excess / range, LARGEST_PART) : LARGEST_PART;
    return TAIL_INDEX * Math.log10(1 + part / MARGIN);
  }

  /** Writes 16 bytes. */
  void write(DataOutput out) throws IOException {
    out.writeDouble(low);
    out.writeDouble(high);
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    low = in.readDouble();
    high = in.readDouble();
  }
}
