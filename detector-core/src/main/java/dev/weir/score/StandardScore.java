package dev.weir.score;

import dev.weir.series.Scaler;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A value's distance from the mean of all values before, in mean absolute deviations, squashed by
 * asinh.
 *
 * <p>Nothing is forgotten: what a view compares must mean the same a month later. A contribution is
 * bounded by {@value #MOST_DEVIATIONS} deviations (Huber), so that one wild value doesn't rule.
 */
final class StandardScore {

  private static final int TRUSTED_POINTS = 20;
  private static final double MOST_DEVIATIONS = 10;

  private double mean;
  private float deviation;

  /**
   * Judges one value, then learns it.
   *
   * @param count values before this one
   */
  float observe(double value, int count) {
    mean = count == 0 ? value : mean;
    double distance = value - mean;
    double score = deviation > 0 ? distance / deviation : 0;
    learn(distance, count);
    return Scaler.asinh(score);
  }

  private void learn(double distance, int count) {
    boolean bounded = count > TRUSTED_POINTS && deviation > 0;
    double most = bounded ? MOST_DEVIATIONS * deviation : Double.POSITIVE_INFINITY;
    double part = Math.max(-most, Math.min(most, distance)) / (count + 1.0);
    mean += part;
    deviation += (float) (Math.abs(part) - deviation / (count + 1.0));
  }

  /** Writes 12 bytes. */
  void write(DataOutput out) throws IOException {
    out.writeDouble(mean);
    out.writeFloat(deviation);
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    mean = in.readDouble();
    deviation = in.readFloat();
  }
}
