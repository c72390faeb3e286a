package dev.weir.job.bundle;

import dev.weir.event.MetricEvent;
import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A bundle that is being filled. */
public final class OpenBundle {

  /** Half a network buffer of Flink's, so that one buffer takes a bundle and its header. */
  private static final int FULL_BYTES = 16 * 1024;

  private ByteBuffer bytes;

  /** One that takes as much as a network buffer. */
  OpenBundle() {
    this(2 * FULL_BYTES);
  }

  /**
   * @param capacity bytes that it takes before it has to grow
   */
  public OpenBundle(int capacity) {
    bytes = ByteBuffer.allocate(capacity);
  }

  void add(MetricEvent event) {
    ensure(SeriesName.largestSize(event.series()), event.values());
    SeriesName.write(event.series(), bytes);
    add(event.timeMillis(), event.values());
  }

  /**
   * Adds an event.
   *
   * @param name bytes of its series' {@link SeriesName}
   */
  public void add(byte[] name, Observation point) {
    ensure(name.length, point.values());
    bytes.put(name);
    add(point.timeMillis(), point.values());
  }

  private void add(long timeMillis, double[] values) {
    bytes.putLong(timeMillis);
    bytes.putInt(values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
  }

  private void ensure(int nameSize, double[] values) {
    int most = nameSize + Long.BYTES + Integer.BYTES + Double.BYTES * values.length;
    if (bytes.remaining() < most) {
      int size = bytes.position() + most;
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
  public EventBundle close() {
    EventBundle bundle = new EventBundle(Arrays.copyOf(bytes.array(), bytes.position()));
    bytes.clear();
    return bundle;
  }
}
