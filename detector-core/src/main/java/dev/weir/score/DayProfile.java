// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * The daily profile of one feature: its typical level at each hour of the day (UTC). It represents
 * daily seasonality without training.
 *
 * <p>The level of an hour is the mean over the days, exponentially weighted after {@value
 * #MEMORY_DAYS} days. Between the middles of two hours it is interpolated. Levels are stored in
 * steps of {@code 1 / 4096}.
 */
final class DayProfile {

  private static final int HOURS = 24;
  private static final int MEMORY_DAYS = 10;

  /** Number of days from which on the level of an hour is used. */
  private static final int MIN_DAYS = 2;

  private static final int HOUR_MILLIS = 3_600_000;
  private static final int DAY_MILLIS = HOURS * HOUR_MILLIS;
  private static final float STEPS_PER_UNIT = 4096;

  /** An hour has its level, a short, and its number of days, a byte. */
  private static final int HOUR_SIZE = 3;

  private static final int CURRENT_HOUR = HOURS * HOUR_SIZE;
  private static final int POINTS = CURRENT_HOUR + 1;
  private static final int SUM = POINTS + 4;
  private static final int SIZE = SUM + 4;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state, 81 bytes. */
  DayProfile(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
    bytes.putByte(offset + CURRENT_HOUR, -1);
  }

  private short level(int hour) {
    return bytes.getShort(offset + hour * HOUR_SIZE);
  }

  private byte days(int hour) {
    return bytes.getByte(offset + hour * HOUR_SIZE + Short.BYTES);
  }

  /**
   * Returns the level minus the typical level at this time of day.
   *
   * @return NaN if the time of day was not observed on {@value #MIN_DAYS} previous days
   */
  float residual(long timeMillis, float level) {
    double hours = (double) Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS - 0.5;
    int before = Math.floorMod((int) Math.floor(hours), HOURS);
    int after = (before + 1) % HOURS;
    float weight = (float) (hours - Math.floor(hours));
    boolean known = days(before) >= MIN_DAYS && days(after) >= MIN_DAYS;
    float typical = ((1 - weight) * level(before) + weight * level(after)) / STEPS_PER_UNIT;
    return known ? level - typical : Float.NaN;
  }

  /** Adds the level of a point to the current hour. */
  void update(long timeMillis, float level) {
    int hour = Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS;
    boolean newHour = hour != bytes.getByte(offset + CURRENT_HOUR);
    if (newHour) {
      completeHour();
      bytes.putByte(offset + CURRENT_HOUR, hour);
    }
    bytes.putFloat(offset + SUM, (newHour ? 0 : bytes.getFloat(offset + SUM)) + level);
    bytes.putInt(offset + POINTS, (newHour ? 0 : bytes.getInt(offset + POINTS)) + 1);
  }

  /** Updates the level of the current hour with the mean of its points. */
  private void completeHour() {
    int hour = bytes.getByte(offset + CURRENT_HOUR);
    int points = bytes.getInt(offset + POINTS);
    if (hour < 0 || points <= 0) {
      return;
    }
    byte days = (byte) Math.min(MEMORY_DAYS, days(hour) + 1);
    float change = bytes.getFloat(offset + SUM) / points * STEPS_PER_UNIT - level(hour);
    float level = level(hour) + change / days;
    short stored = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, level));
    bytes.putByte(offset + hour * HOUR_SIZE + Short.BYTES, days);
    bytes.putShort(offset + hour * HOUR_SIZE, stored);
  }
}
