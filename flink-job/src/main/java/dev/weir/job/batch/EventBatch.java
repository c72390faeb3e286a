package dev.weir.job.batch;

import dev.weir.event.MetricEvent;
import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Events side by side: of each its series' name ({@link SeriesName}), its time, the number of
 * values and the values.
 */
public final class EventBatch {

  private final byte[] bytes;

  /**
   * @param bytes of events; not copied
   */
  EventBatch(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A bundle of these events.
   *
   * @param events one or more
   */
  public static EventBatch of(List<MetricEvent> events) {
    EventBatchBuilder open = new EventBatchBuilder();
    for (MetricEvent event : events) {
      open.add(event.series(), event.timeMillis(), event.values(), event.values().length);
    }
    return open.close();
  }

  byte[] bytes() {
    return bytes;
  }

  /** The series of the first event, by which the bundle finds its way. */
  public String firstSeries() {
    return SeriesName.text(bytes, 0);
  }

  /** Where the event ends that starts here. */
  static int end(byte[] bytes, int from) {
    int values = SeriesName.end(bytes, from) + Long.BYTES;
    return values + Integer.BYTES + Double.BYTES * ByteBuffer.wrap(bytes).getInt(values);
  }

  /** From the first event on. */
  public Reader reader() {
    return new Reader(ByteBuffer.wrap(bytes));
  }

  /** Goes over a bundle, event by event. */
  public static final class Reader {

    private final ByteBuffer bytes;
    private int count;
    private int nameFrom;
    private int nameTo;
    private Observation point = new Observation(0, new double[0]);

    private Reader(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    /** Reads the next event; false where there is none. */
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

    /** How many events were read. */
    public int count() {
      return count;
    }

    /** Of the event just read. */
    public String series() {
      return SeriesName.text(bytes.array(), nameFrom);
    }

    /** Where in the {@link #bytes} the {@link SeriesName} of the event just read starts. */
    public int nameFrom() {
      return nameFrom;
    }

    /** Where it ends. */
    public int nameTo() {
      return nameTo;
    }

    /** Of the bundle; not to be changed. */
    public byte[] bytes() {
      return bytes.array();
    }

    /** The event just read, with its series' name. */
    public MetricEvent event() {
      return new MetricEvent(series(), point.timeMillis(), point.values());
    }

    /** The event just read, in an object of its own. */
    public Observation point() {
      return point;
    }
  }
}
