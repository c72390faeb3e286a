// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** State of {@link ReorderBuffer} for one series: its buffered points in time order. */
public final class ReorderState {

  private static final byte VERSION = 1;

  /** Version of the short form, for an empty buffer whose latest point was released. */
  private static final byte VERSION_EMPTY = 2;

  private static final Observation[] NO_POINTS = {};
  private static final int[] NO_COUNTS = {};

  long latestMillis = Long.MIN_VALUE;
  long releasedMillis = Long.MIN_VALUE;
  int size;
  Observation[] points = NO_POINTS;

  /** Number of arrived points that each buffered point is the mean of. */
  int[] counts = NO_COUNTS;

  /** Whether no point is buffered. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Number of buffered points. */
  public int size() {
    return size;
  }

  /**
   * Time of the first buffered point, milliseconds.
   *
   * @throws IllegalStateException if no point is buffered
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
      counts = Arrays.copyOf(counts, points.length);
    }
    System.arraycopy(points, index, points, index + 1, size - index);
    System.arraycopy(counts, index, counts, index + 1, size - index);
    points[index] = point;
    counts[index] = 1;
    size++;
  }

  Observation removeFirst() {
    Observation first = points[0];
    size--;
    System.arraycopy(points, 1, points, 0, size);
    System.arraycopy(counts, 1, counts, 0, size);
    if (size == 0) {
      points = NO_POINTS;
      counts = NO_COUNTS;
    }
    return first;
  }

  /**
   * Writes the version, the latest and the released time, then time, count and values of each
   * point. If no point is buffered, it writes the version and one time, 9 bytes.
   */
  public void write(DataOutput out) throws IOException {
    if (size == 0 && latestMillis == releasedMillis) {
      out.writeByte(VERSION_EMPTY);
      out.writeLong(releasedMillis);
      return;
    }
    out.writeByte(VERSION);
    out.writeLong(latestMillis);
    out.writeLong(releasedMillis);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(points[i].timeMillis());
      out.writeInt(counts[i]);
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
   * Reads a state that {@link #write} wrote.
   *
   * @throws IOException if the version of the bytes is unknown
   */
  public static ReorderState read(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version == VERSION_EMPTY) {
      return empty(in.readLong());
    }
    if (version != VERSION) {
      throw new IOException(
          "the version of the reorder state is unknown: found="
              + version
              + ", readable="
              + VERSION);
    }
    ReorderState state = new ReorderState();
    state.latestMillis = in.readLong();
    state.releasedMillis = in.readLong();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long time = in.readLong();
      int count = in.readInt();
      state.insert(i, new Observation(time, readValues(in)));
      state.counts[i] = count;
    }
    return state;
  }

  private static ReorderState empty(long releasedMillis) {
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

  /** Returns an independent copy. Points are shared, since they are immutable. */
  public ReorderState copy() {
    ReorderState copy = new ReorderState();
    copy.latestMillis = latestMillis;
    copy.releasedMillis = releasedMillis;
    copy.size = size;
    copy.points = points.clone();
    copy.counts = counts.clone();
    return copy;
  }
}
