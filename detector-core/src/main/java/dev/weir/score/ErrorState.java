package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The last errors and the long distribution of their averages, of one series. Backs {@link
 * ErrorDistribution}.
 */
public final class ErrorState {

  final float[] recent;
  final float[] bins;
  int count;

  /** What the next point adds to its bin; grows as the past is forgotten. */
  float increment = 1;

  ErrorState(int span) {
    recent = new float[span];
    bins = new float[ErrorHistogram.BINS];
  }

  /** How many errors it has seen. */
  public int count() {
    return count;
  }

  /** Forgets the last errors, not the distribution: behind a gap. */
  public void restart() {
    Arrays.fill(recent, 0f);
  }

  /**
   * Adds the distribution to counts, each point that is not yet forgotten as one.
   *
   * @param counts {@code [64]}, added to
   */
  public void addTo(double[] counts) {
    for (int i = 0; i < bins.length; i++) {
      counts[i] += bins[i] / increment;
    }
  }

  /** Writes 8 bytes and 4 a float. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeFloat(increment);
    for (float error : recent) {
      out.writeFloat(error);
    }
    for (float bin : bins) {
      out.writeFloat(bin);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    count = in.readInt();
    increment = in.readFloat();
    for (int i = 0; i < recent.length; i++) {
      recent[i] = in.readFloat();
    }
    for (int i = 0; i < bins.length; i++) {
      bins[i] = in.readFloat();
    }
  }
}
