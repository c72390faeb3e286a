package dev.weir.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The points of one series that still wait for their turn, in time order. Backs {@link
 * ReorderBuffer}.
 */
public final class ReorderState {

  private static final byte VERSION = 1;

  /** What nearly all series are: nothing waits, and the latest point was released. */
  private static final byte RESTING = 2;

  private static final Observation[] NONE = {};
  private static final int[] NONE_MERGED = {};

  long latestMillis = Long.MIN_VALUE;
  long releasedMillis = Long.MIN_VALUE;
  int size;
  Observation[] points = NONE;

  /** How many points each one stands for; above 1 only where the policy merges. */
  int[] merged = NONE_MERGED;

  /** Whether no point waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** How many points wait. */
  public int size() {
    return size;
  }

  /**
   * Time of the first point that waits, milliseconds.
   *
   * @throws IllegalStateException where none waits
   */
  public long earliestMillis() {
    if (size == 0) {
      throw new IllegalStateException("an empty reorder buffer has no earliest point");
    }
    return points[0].timeMillis();
  }

  void insert(int index, Observation point) {
    if (size == points.length) {
      points = Arrays.copyOf(points, Math.max(4, 2 * size));
      merged = Arrays.copyOf(merged, points.length);
    }
    System.arraycopy(points, index, points, index + 1, size - index);
    System.arraycopy(merged, index, merged, index + 1, size - index);
    points[index] = point;
    merged[index] = 1;
    size++;
  }

  Observation removeFirst() {
    Observation first = points[0];
    size--;
    System.arraycopy(points, 1, points, 0, size);
    System.arraycopy(merged, 1, merged, 0, size);
    if (size == 0) {
      points = NONE;
      merged = NONE_MERGED;
    }
    return first;
  }

  /**
   * Writes the version, clocks, then each point's time, multiplicity and values; of a series at
   * rest a mark and one clock, 9 bytes.
   */
  public void write(DataOutput out) throws IOException {
    if (size == 0 && latestMillis == releasedMillis) {
      out.writeByte(RESTING);
      out.writeLong(releasedMillis);
      return;
    }
    out.writeByte(VERSION);
    out.writeLong(latestMillis);
    out.writeLong(releasedMillis);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(points[i].timeMillis());
      out.writeInt(merged[i]);
      writeValues(out, points[i].values());
    }
  }

  private static void writeValues(DataOutput out, double[] values) throws IOException {
    out.writeShort(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are of a newer version
   */
  public static ReorderState read(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version == RESTING) {
      return resting(in.readLong());
    }
    if (version != VERSION) {
      throw new IOException(
          "reorder state is of another version: found=" + version + ", readable=" + VERSION);
    }
    ReorderState state = new ReorderState();
    state.latestMillis = in.readLong();
    state.releasedMillis = in.readLong();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long time = in.readLong();
      int merged = in.readInt();
      state.insert(i, new Observation(time, readValues(in)));
      state.merged[i] = merged;
    }
    return state;
  }

  private static ReorderState resting(long releasedMillis) {
    ReorderState state = new ReorderState();
    state.latestMillis = releasedMillis;
    state.releasedMillis = releasedMillis;
    return state;
  }

  private static double[] readValues(DataInput in) throws IOException {
    double[] values = new double[in.readUnsignedShort()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  /** An independent copy; the points themselves are shared, they don't change. */
  public ReorderState copy() {
    ReorderState copy = new ReorderState();
    copy.latestMillis = latestMillis;
    copy.releasedMillis = releasedMillis;
    copy.size = size;
    copy.points = points.clone();
    copy.merged = merged.clone();
    return copy;
  }
}
