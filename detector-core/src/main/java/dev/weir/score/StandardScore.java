package dev.weir.score;

import dev.weir.series.Scaler;
import dev.weir.state.SeriesBytes;

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

  private static final int MEAN = 0;
  private static final int DEVIATION = 8;
  private static final int SIZE = 12;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place, 12 bytes. */
  StandardScore(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
  }

  /**
   * Judges one value, then learns it.
   *
   * @param count values before this one
   */
  float observe(double value, int count) {
    double mean = count == 0 ? value : bytes.getDouble(at + MEAN);
    float deviation = bytes.getFloat(at + DEVIATION);
    double distance = value - mean;
    double score = deviation > 0 ? distance / deviation : 0;
    boolean bounded = count > TRUSTED_POINTS && deviation > 0;
    double most = bounded ? MOST_DEVIATIONS * deviation : Double.POSITIVE_INFINITY;
    double part = Math.max(-most, Math.min(most, distance)) / (count + 1.0);
    bytes.putDouble(at + MEAN, mean + part);
    float change = (float) (Math.abs(part) - deviation / (count + 1.0));
    bytes.putFloat(at + DEVIATION, deviation + change);
    return Scaler.asinh(score);
  }
}
