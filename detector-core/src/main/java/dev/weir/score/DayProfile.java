package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  private static final long HOUR_MILLIS = 3_600_000;
  private static final float STEPS_PER_UNIT = 4096;

  private final short[] levels = new short[HOURS];
  private final byte[] days = new byte[HOURS];
  private int hour = -1;
  private int points;
  private float sum;

  /**
   * The level less what it uses to be at this time.
   *
   * @return NaN where the time of day was not seen on two days before
   */
  float residual(long timeMillis, float level) {
    double hours = (double) Math.floorMod(timeMillis, HOURS * HOUR_MILLIS) / HOUR_MILLIS - 0.5;
    int before = Math.floorMod((int) Math.floor(hours), HOURS);
    int after = (before + 1) % HOURS;
    float part = (float) (hours - Math.floor(hours));
    boolean known = days[before] >= FEWEST_DAYS && days[after] >= FEWEST_DAYS;
    float usual = ((1 - part) * levels[before] + part * levels[after]) / STEPS_PER_UNIT;
    return known ? level - usual : Float.NaN;
  }

  /** Learns one level. */
  void learn(long timeMillis, float level) {
    int now = Math.toIntExact(Math.floorMod(Math.floorDiv(timeMillis, HOUR_MILLIS), (long) HOURS));
    if (now != hour) {
      close();
      hour = now;
    }
    sum += level;
    points++;
  }

  private void close() {
    if (hour >= 0 && points > 0) {
      days[hour] = (byte) Math.min(MEMORY_DAYS, days[hour] + 1);
      float change = sum / points * STEPS_PER_UNIT - levels[hour];
      float level = levels[hour] + change / days[hour];
      levels[hour] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, level));
    }
    sum = 0;
    points = 0;
  }

  /** Writes 81 bytes. */
  void write(DataOutput out) throws IOException {
    for (int h = 0; h < HOURS; h++) {
      out.writeShort(levels[h]);
      out.writeByte(days[h]);
    }
    out.writeByte(hour);
    out.writeInt(points);
    out.writeFloat(sum);
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    for (int h = 0; h < HOURS; h++) {
      levels[h] = in.readShort();
      days[h] = in.readByte();
    }
    hour = in.readByte();
    points = in.readInt();
    sum = in.readFloat();
  }
}
