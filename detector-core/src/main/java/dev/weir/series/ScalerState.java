// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import dev.weir.state.SeriesBytes;

/**
 * State of {@link Scaler} for one series: running mean, spread and step of each feature, 4 bytes
 * and 24 bytes per feature.
 */
public final class ScalerState {

  private static final int COUNT_SIZE = 4;
  private static final int LAST = COUNT_SIZE;
  private static final int MEAN = COUNT_SIZE + 8;
  private static final int DEVIATION = COUNT_SIZE + 16;
  private static final int STEP = COUNT_SIZE + 20;
  private static final int FEATURE_SIZE = 24;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state. */
  ScalerState(SeriesBytes bytes, int features) {
    this.bytes = bytes;
    offset = bytes.reserve(COUNT_SIZE + FEATURE_SIZE * features);
  }

  private int section(int feature) {
    return offset + FEATURE_SIZE * feature;
  }

  /** Number of points so far. */
  public int count() {
    return bytes.getInt(offset);
  }

  void count(int points) {
    bytes.putInt(offset, points);
  }

  /** The value of the last point. */
  double last(int feature) {
    return bytes.getDouble(section(feature) + LAST);
  }

  void last(int feature, double value) {
    bytes.putDouble(section(feature) + LAST, value);
  }

  /** The running mean of the values. */
  double mean(int feature) {
    return bytes.getDouble(section(feature) + MEAN);
  }

  void mean(int feature, double value) {
    bytes.putDouble(section(feature) + MEAN, value);
  }

  /** The running mean of the absolute deviations from the mean. */
  float deviation(int feature) {
    return bytes.getFloat(section(feature) + DEVIATION);
  }

  void deviation(int feature, float value) {
    bytes.putFloat(section(feature) + DEVIATION, value);
  }

  /** The running mean of the absolute steps. */
  float step(int feature) {
    return bytes.getFloat(section(feature) + STEP);
  }

  void step(int feature, float value) {
    bytes.putFloat(section(feature) + STEP, value);
  }
}
