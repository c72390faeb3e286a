package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * What level one series uses to have at each hour of the day (UTC): a seasonal memory that needs no
 * training.
 *
 * <p>An hour's level is the mean of the days' levels, from ten days on with exponential forgetting;
 * between the middles of two hours it is interpolated. Levels are kept in {@code 1 / 4096} of a
 * unit.
 */
final class DayProfile {

  private static final int HOURS = 24;
  private static final int MEMORY_DAYS = 10;

  /** Days of an hour before its level is believed. */
  private static final int FEWEST_DAYS = 2;

  private static final int HOUR_MILLIS = 3_600_000;
  private static final int DAY_MILLIS = HOURS * HOUR_MILLIS;
  private static final float STEPS_PER_UNIT = 4096;

  /** Of an hour: a short, its level, then a byte, its days. */
  private static final int HOUR_SIZE = 3;

  private static final int HOUR = HOURS * HOUR_SIZE;
  private static final int POINTS = HOUR + 1;
  private static final int SUM = POINTS + 4;
  private static final int SIZE = SUM + 4;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place, 81 bytes. */
  DayProfile(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
    bytes.putByte(at + HOUR, -1);
  }

  private short level(int hour) {
    return bytes.getShort(at + hour * HOUR_SIZE);
  }

  private byte days(int hour) {
    return bytes.getByte(at + hour * HOUR_SIZE + Short.BYTES);
  }

  /**
   * The level less what it uses to be at this time.
   *
   * @return NaN where the time of day was not seen on two days before
   */
  float residual(long timeMillis, float level) {
    double hours = (double) Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS - 0.5;
    int before = Math.floorMod((int) Math.floor(hours), HOURS);
    int after = (before + 1) % HOURS;
    float part = (float) (hours - Math.floor(hours));
    boolean known = days(before) >= FEWEST_DAYS && days(after) >= FEWEST_DAYS;
    float usual = ((1 - part) * level(before) + part * level(after)) / STEPS_PER_UNIT;
    return known ? level - usual : Float.NaN;
  }

  /** Learns one level. */
  void learn(long timeMillis, float level) {
    int now = Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS;
    boolean next = now != bytes.getByte(at + HOUR);
    if (next) {
      close();
      bytes.putByte(at + HOUR, now);
    }
    bytes.putFloat(at + SUM, (next ? 0 : bytes.getFloat(at + SUM)) + level);
    bytes.putInt(at + POINTS, (next ? 0 : bytes.getInt(at + POINTS)) + 1);
  }

  /** Takes the hour that has passed into its level. */
  private void close() {
    int hour = bytes.getByte(at + HOUR);
    int points = bytes.getInt(at + POINTS);
    if (hour < 0 || points <= 0) {
      return;
    }
    byte days = (byte) Math.min(MEMORY_DAYS, days(hour) + 1);
    float change = bytes.getFloat(at + SUM) / points * STEPS_PER_UNIT - level(hour);
    float level = level(hour) + change / days;
    bytes.putByte(at + hour * HOUR_SIZE + Short.BYTES, days);
    bytes.putShort(
        at + hour * HOUR_SIZE, (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, level)));
  }
}
