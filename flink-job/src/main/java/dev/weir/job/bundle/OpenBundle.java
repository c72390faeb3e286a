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
    add(event.series(), event.timeMillis(), event.values());
  }

  /** Adds an event. */
  public void add(String series, Observation point) {
    add(series, point.timeMillis(), point.values());
  }

  private void add(String series, long timeMillis, double[] values) {
    ensure(series, values);
    EventBundle.SeriesName.write(series, bytes);
    bytes.putLong(timeMillis);
    bytes.putInt(values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
  }

  private void ensure(String series, double[] values) {
    int most =
        EventBundle.SeriesName.largestSize(series)
            + Long.BYTES
            + Integer.BYTES
            + Double.BYTES * values.length;
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
