package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last errors, and mean and variance of their averages so far, of one series. Backs {@link
 * ErrorDistribution}.
 */
public final class ErrorState {

  final float[] recent;
  int count;
  double mean;
  double variance;

  ErrorState(int span) {
    recent = new float[span];
  }

  /** How many errors it has seen. */
  public int count() {
    return count;
  }

  /** Writes 20 bytes and 4 an error. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeDouble(mean);
    out.writeDouble(variance);
    for (float error : recent) {
      out.writeFloat(error);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    count = in.readInt();
    mean = in.readDouble();
    variance = in.readDouble();
    for (int i = 0; i < recent.length; i++) {
      recent[i] = in.readFloat();
    }
  }
}
