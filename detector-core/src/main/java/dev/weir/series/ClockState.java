package dev.weir.series;

import dev.weir.state.SeriesBytes;

/** The last time and the usual interval of one series, 16 bytes. Backs {@link SeriesClock}. */
public final class ClockState {

  private static final int LAST = 0;
  private static final int COUNT = 8;
  private static final int INTERVAL = 12;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place. */
  public ClockState(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
    lastMillis(Long.MIN_VALUE);
  }

  /** Time of the latest point, milliseconds. */
  public long lastMillis() {
    return bytes.getLong(at + LAST);
  }

  void lastMillis(long millis) {
    bytes.putLong(at + LAST, millis);
  }

  /** The usual distance between two points, milliseconds; 0 before the second point. */
  public double intervalMillis() {
    return bytes.getFloat(at + INTERVAL);
  }

  void intervalMillis(float millis) {
    bytes.putFloat(at + INTERVAL, millis);
  }

  /** How many points the series has shown. */
  public int count() {
    return bytes.getInt(at + COUNT);
  }

  void count(int points) {
    bytes.putInt(at + COUNT, points);
  }
}
