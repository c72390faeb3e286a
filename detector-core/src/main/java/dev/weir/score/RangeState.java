package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The smallest and largest value of each feature so far, {@code [feature]}. Backs {@link
 * ValueRange}.
 */
public final class RangeState {

  final double[] low;
  final double[] high;
  int count;

  RangeState(int features) {
    low = new double[features];
    high = new double[features];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  /** Writes 4 bytes, then 16 a feature. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < low.length; i++) {
      out.writeDouble(low[i]);
      out.writeDouble(high[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    count = in.readInt();
    for (int i = 0; i < low.length; i++) {
      low[i] = in.readDouble();
      high[i] = in.readDouble();
    }
  }
}
