// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import dev.weir.state.SeriesBytes;

/** State of {@link SeriesClock} for one series: last time and typical interval, 16 bytes. */
public final class ClockState {

  private static final int LAST = 0;
  private static final int COUNT = 8;
  private static final int INTERVAL = 12;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state. */
  public ClockState(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
    lastMillis(Long.MIN_VALUE);
  }

  /** Time of the latest point, milliseconds; {@link Long#MIN_VALUE} before the first point. */
  public long lastMillis() {
    return bytes.getLong(offset + LAST);
  }

  void lastMillis(long millis) {
    bytes.putLong(offset + LAST, millis);
  }

  /** The typical interval between two points, milliseconds; 0 before the second point. */
  public double intervalMillis() {
    return bytes.getFloat(offset + INTERVAL);
  }

  void intervalMillis(float millis) {
    bytes.putFloat(offset + INTERVAL, millis);
  }

  /** Number of points so far. */
  public int count() {
    return bytes.getInt(offset + COUNT);
  }

  void count(int points) {
    bytes.putInt(offset + COUNT, points);
  }
}
