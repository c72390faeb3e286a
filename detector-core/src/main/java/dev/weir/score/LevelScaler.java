// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.series.Scaler;
import dev.weir.state.SeriesBytes;

/**
 * Normalisation of one feature over its whole history: the distance of a value from the mean of all
 * previous values, in mean absolute deviations, compressed by asinh.
 *
 * <p>Unlike {@link Scaler} it forgets nothing, so that a level means the same months later. A
 * contribution is limited to {@value #MAX_DEVIATIONS} deviations (Huber), so that a single extreme
 * value has little influence.
 */
final class LevelScaler {

  private static final int MIN_POINTS = 20;
  private static final double MAX_DEVIATIONS = 10;

  private static final int MEAN = 0;
  private static final int DEVIATION = 8;
  private static final int SIZE = 12;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state, 12 bytes. */
  LevelScaler(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
  }

  /**
   * Computes the level of a value, then updates the state with it.
   *
   * @param count number of previous values
   */
  float observe(double value, int count) {
    double mean = count == 0 ? value : bytes.getDouble(offset + MEAN);
    float deviation = bytes.getFloat(offset + DEVIATION);
    double distance = value - mean;
    double level = deviation > 0 ? distance / deviation : 0;
    boolean limited = count > MIN_POINTS && deviation > 0;
    double limit = limited ? MAX_DEVIATIONS * deviation : Double.POSITIVE_INFINITY;
    double change = Math.max(-limit, Math.min(limit, distance)) / (count + 1.0);
    bytes.putDouble(offset + MEAN, mean + change);
    float deviationChange = (float) (Math.abs(change) - deviation / (count + 1.0));
    bytes.putFloat(offset + DEVIATION, deviation + deviationChange);
    return Scaler.asinh(level);
  }
}
