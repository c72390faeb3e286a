package dev.weir.job.bundle;

import dev.weir.event.MetricEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A bundle that is being filled. */
final class OpenBundle {

  /** Half a network buffer of Flink's, so that one buffer takes a bundle and its header. */
  private static final int FULL_BYTES = 16 * 1024;

  private ByteBuffer bytes = ByteBuffer.allocate(2 * FULL_BYTES);

  void add(MetricEvent event) {
    ensure(event);
    EventBundle.SeriesName.write(event.series(), bytes);
    bytes.putLong(event.timeMillis());
    bytes.putInt(event.values().length);
    for (double value : event.values()) {
      bytes.putDouble(value);
    }
  }

  private void ensure(MetricEvent event) {
    int most =
        EventBundle.SeriesName.largestSize(event.series())
            + Long.BYTES
            + Integer.BYTES
            + Double.BYTES * event.values().length;
    if (bytes.remaining() < most) {
      int size = bytes.position() + most;
      bytes = ByteBuffer.allocate(2 * size).put(bytes.flip());
    }
  }

  boolean isFull() {
    return bytes.position() >= FULL_BYTES;
  }

  boolean isEmpty() {
    return bytes.position() == 0;
  }

  /** What was added; empty from then on. */
  EventBundle close() {
    EventBundle bundle = new EventBundle(Arrays.copyOf(bytes.array(), bytes.position()));
    bytes.clear();
    return bundle;
  }
}
