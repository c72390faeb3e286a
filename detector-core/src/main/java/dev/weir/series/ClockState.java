package dev.weir.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last time and the usual interval of one series. Backs {@link SeriesClock}. */
public final class ClockState {

  long lastMillis = Long.MIN_VALUE;
  int count;
  float intervalMillis;

  /** Time of the latest point, milliseconds. */
  public long lastMillis() {
    return lastMillis;
  }

  /** The usual distance between two points, milliseconds; 0 before the second point. */
  public double intervalMillis() {
    return intervalMillis;
  }

  /** How many points the series has shown. */
  public int count() {
    return count;
  }

  /** Writes 16 bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(lastMillis);
    out.writeInt(count);
    out.writeFloat(intervalMillis);
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    lastMillis = in.readLong();
    count = in.readInt();
    intervalMillis = in.readFloat();
  }
}
