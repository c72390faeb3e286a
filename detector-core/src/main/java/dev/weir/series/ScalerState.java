package dev.weir.series;

import dev.weir.state.SeriesBytes;

/**
 * The running level, spread and step size of each feature of one series, 4 bytes and 24 a feature.
 * Backs {@link Scaler}.
 */
public final class ScalerState {

  private static final int COUNT_SIZE = 4;
  private static final int LAST = COUNT_SIZE;
  private static final int MEAN = COUNT_SIZE + 8;
  private static final int DEVIATION = COUNT_SIZE + 16;
  private static final int CHANGE = COUNT_SIZE + 20;
  private static final int FEATURE_SIZE = 24;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place. */
  ScalerState(SeriesBytes bytes, int features) {
    this.bytes = bytes;
    at = bytes.reserve(COUNT_SIZE + FEATURE_SIZE * features);
  }

  private int of(int feature) {
    return at + FEATURE_SIZE * feature;
  }

  /** How many points it has seen. */
  public int count() {
    return bytes.getInt(at);
  }

  void count(int points) {
    bytes.putInt(at, points);
  }

  double last(int feature) {
    return bytes.getDouble(of(feature) + LAST);
  }

  void last(int feature, double value) {
    bytes.putDouble(of(feature) + LAST, value);
  }

  double mean(int feature) {
    return bytes.getDouble(of(feature) + MEAN);
  }

  void mean(int feature, double value) {
    bytes.putDouble(of(feature) + MEAN, value);
  }

  float deviation(int feature) {
    return bytes.getFloat(of(feature) + DEVIATION);
  }

  void deviation(int feature, float value) {
    bytes.putFloat(of(feature) + DEVIATION, value);
  }

  float change(int feature) {
    return bytes.getFloat(of(feature) + CHANGE);
  }

  void change(int feature, float value) {
    bytes.putFloat(of(feature) + CHANGE, value);
  }
}
