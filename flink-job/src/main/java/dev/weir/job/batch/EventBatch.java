// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.event.MetricEvent;
import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Events for one subtask, serialized side by side: for each event the name of its series ({@link
 * SeriesName}), its time, the number of values and the values.
 */
public final class EventBatch {

  private final byte[] bytes;

  /**
   * @param bytes the serialized events; not copied
   */
  EventBatch(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Creates a batch.
   *
   * @param events at least one
   */
  public static EventBatch of(List<MetricEvent> events) {
    EventBatchBuilder builder = new EventBatchBuilder();
    for (MetricEvent event : events) {
      builder.add(event.series(), event.timeMillis(), event.values(), event.values().length);
    }
    return builder.build();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Size of the serialized events, bytes. */
  public int size() {
    return bytes.length;
  }

  /** Series of the first event: the key of the batch. */
  public String firstSeries() {
    return SeriesName.text(bytes, 0);
  }

  /** Returns where the event ends that starts at {@code from}. */
  static int end(byte[] bytes, int from) {
    int values = SeriesName.end(bytes, from) + Long.BYTES;
    return values + Integer.BYTES + Double.BYTES * ByteBuffer.wrap(bytes).getInt(values);
  }

  /** Returns a reader at the first event. */
  public Reader reader() {
    return new Reader(ByteBuffer.wrap(bytes));
  }

  /** Iterator over the events of a batch. */
  public static final class Reader {

    private final ByteBuffer bytes;
    private int count;
    private int nameFrom;
    private int nameTo;
    private Observation point = new Observation(0, new double[0]);

    private Reader(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    /** Reads the next event; false at the end. */
    public boolean next() {
      if (!bytes.hasRemaining()) {
        return false;
      }
      nameFrom = bytes.position();
      nameTo = SeriesName.end(bytes.array(), nameFrom);
      bytes.position(nameTo);
      long timeMillis = bytes.getLong();
      double[] values = new double[bytes.getInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = bytes.getDouble();
      }
      point = new Observation(timeMillis, values);
      count++;
      return true;
    }

    /** Number of events read. */
    public int count() {
      return count;
    }

    /** Series of the event that was read last. */
    public String series() {
      return SeriesName.text(bytes.array(), nameFrom);
    }

    /** Start of the {@link SeriesName} of the event that was read last, in {@link #bytes}. */
    public int nameFrom() {
      return nameFrom;
    }

    /** End of the {@link SeriesName}. */
    public int nameTo() {
      return nameTo;
    }

    /** The bytes of the batch; must not be changed. */
    public byte[] bytes() {
      return bytes.array();
    }

    /** The event that was read last. */
    public MetricEvent event() {
      return new MetricEvent(series(), point.timeMillis(), point.values());
    }

    /** The event that was read last, without its series. */
    public Observation point() {
      return point;
    }
  }
}
