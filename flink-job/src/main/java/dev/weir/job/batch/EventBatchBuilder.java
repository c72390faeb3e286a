// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Serializes events into an {@link EventBatch}. */
public final class EventBatchBuilder {

  /** Half of a Flink network buffer, so that a batch with its header fits into one buffer. */
  static final int FULL_BYTES = 16 * 1024;

  private ByteBuffer bytes;

  /** Creates a builder with the capacity of a network buffer. */
  EventBatchBuilder() {
    this(2 * FULL_BYTES);
  }

  /**
   * @param capacity initial capacity, bytes
   */
  public EventBatchBuilder(int capacity) {
    bytes = ByteBuffer.allocate(capacity);
  }

  /** Adds an event with the first {@code count} of the values. */
  void add(String series, long timeMillis, double[] values, int count) {
    ensureCapacity(SeriesName.maxSize(series), count);
    SeriesName.write(series, bytes);
    add(timeMillis, values, count);
  }

  /** Adds an event whose series' name is the ASCII text from {@code from} to {@code to}. */
  void add(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    ensureCapacity(Integer.BYTES + to - from, count);
    SeriesName.write(text, from, to, bytes);
    add(timeMillis, values, count);
  }

  /**
   * Adds an event.
   *
   * @param name the {@link SeriesName} of its series
   */
  public void add(byte[] name, Observation point) {
    double[] values = point.values();
    ensureCapacity(name.length, values.length);
    bytes.put(name);
    add(point.timeMillis(), values, values.length);
  }

  private void add(long timeMillis, double[] values, int count) {
    bytes.putLong(timeMillis);
    bytes.putInt(count);
    for (int i = 0; i < count; i++) {
      bytes.putDouble(values[i]);
    }
  }

  /** Adds events that are serialized already. */
  void add(byte[] events, int from, int to) {
    ensureCapacity(to - from);
    bytes.put(events, from, to - from);
  }

  private void ensureCapacity(int nameSize, int values) {
    ensureCapacity(nameSize + Long.BYTES + Integer.BYTES + Double.BYTES * values);
  }

  private void ensureCapacity(int more) {
    if (bytes.remaining() < more) {
      int size = bytes.position() + more;
      bytes = ByteBuffer.allocate(2 * size).put(bytes.flip());
    }
  }

  boolean isFull() {
    return bytes.position() >= FULL_BYTES;
  }

  /** Whether the builder is empty. */
  public boolean isEmpty() {
    return bytes.position() == 0;
  }

  /** Size of the events, bytes. */
  public int size() {
    return bytes.position();
  }

  /** Removes all events. */
  public void clear() {
    bytes.clear();
  }

  /** Returns the batch and clears the builder. */
  public EventBatch build() {
    EventBatch batch = new EventBatch(Arrays.copyOf(bytes.array(), bytes.position()));
    bytes.clear();
    return batch;
  }
}
