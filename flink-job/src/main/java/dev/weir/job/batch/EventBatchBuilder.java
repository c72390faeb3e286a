package dev.weir.job.batch;

import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A bundle that is being filled. */
public final class EventBatchBuilder {

  /** Half a network buffer of Flink's, so that one buffer takes a bundle and its header. */
  static final int FULL_BYTES = 16 * 1024;

  private ByteBuffer bytes;

  /** One that takes as much as a network buffer. */
  EventBatchBuilder() {
    this(2 * FULL_BYTES);
  }

  /**
   * @param capacity bytes that it takes before it has to grow
   */
  public EventBatchBuilder(int capacity) {
    bytes = ByteBuffer.allocate(capacity);
  }

  /** Adds an event, the first {@code count} of the values. */
  void add(String series, long timeMillis, double[] values, int count) {
    ensure(SeriesName.largestSize(series), count);
    SeriesName.write(series, bytes);
    add(timeMillis, values, count);
  }

  /** The same, of a series whose name is the ASCII text from {@code from} to {@code to}. */
  void add(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    ensure(Integer.BYTES + to - from, count);
    SeriesName.write(text, from, to, bytes);
    add(timeMillis, values, count);
  }

  /**
   * Adds an event.
   *
   * @param name bytes of its series' {@link SeriesName}
   */
  public void add(byte[] name, Observation point) {
    double[] values = point.values();
    ensure(name.length, values.length);
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

  /** Adds whole events as they stand in another bundle. */
  void add(byte[] events, int from, int to) {
    ensure(to - from);
    bytes.put(events, from, to - from);
  }

  private void ensure(int nameSize, int values) {
    ensure(nameSize + Long.BYTES + Integer.BYTES + Double.BYTES * values);
  }

  private void ensure(int more) {
    if (bytes.remaining() < more) {
      int size = bytes.position() + more;
      bytes = ByteBuffer.allocate(2 * size).put(bytes.flip());
    }
  }

  boolean isFull() {
    return bytes.position() >= FULL_BYTES;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return bytes.position() == 0;
  }

  /** Bytes of what was added. */
  public int size() {
    return bytes.position();
  }

  /** Forgets what was added. */
  public void clear() {
    bytes.clear();
  }

  /** What was added; empty from then on. */
  public EventBatch close() {
    EventBatch bundle = new EventBatch(Arrays.copyOf(bytes.array(), bytes.position()));
    bytes.clear();
    return bundle;
  }
}
