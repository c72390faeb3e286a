package dev.weir.job.bundle;

import dev.weir.event.MetricEvent;
import dev.weir.series.Observation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Events side by side: of each its series' name ({@link SeriesName}), its time, the number of
 * values and the values.
 */
public final class EventBundle {

  private final byte[] bytes;

  /**
   * @param bytes of one event or more; not copied
   */
  EventBundle(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A bundle of these events.
   *
   * @param events one or more
   */
  public static EventBundle of(List<MetricEvent> events) {
    OpenBundle open = new OpenBundle();
    events.forEach(open::add);
    return open.close();
  }

  byte[] bytes() {
    return bytes;
  }

  /** The series of the first event, by which the bundle finds its way. */
  public String firstSeries() {
    return SeriesName.read(ByteBuffer.wrap(bytes));
  }

  /** From the first event on. */
  public Reader reader() {
    return new Reader(ByteBuffer.wrap(bytes));
  }

  /** Goes over a bundle, event by event. */
  public static final class Reader {

    private final ByteBuffer bytes;
    private int count;
    private String series = "";
    private Observation point = new Observation(0, new double[0]);

    private Reader(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    /** Reads the next event; false where there is none. */
    public boolean next() {
      if (!bytes.hasRemaining()) {
        return false;
      }
      series = SeriesName.read(bytes);
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
      return series;
    }

    /** The event just read, in an object of its own. */
    public Observation point() {
      return point;
    }
  }

  /** Characters and how they stand in a bundle: ASCII in a byte each, all else in two. */
  static final class SeriesName {

    private static final int ASCII = 128;

    private SeriesName() {}

    /** The most bytes that this name can take. */
    static int largestSize(String name) {
      return Integer.BYTES + Character.BYTES * name.length();
    }

    /** Writes the length, below zero where not all is ASCII, then the characters. */
    static void write(String name, ByteBuffer out) {
      int start = out.position();
      int length = name.length();
      out.putInt(length);
      int all = 0;
      for (int i = 0; i < length; i++) {
        char symbol = name.charAt(i);
        all |= symbol;
        out.put((byte) symbol);
      }
      if (all >= ASCII) {
        writeWide(name, out.position(start));
      }
    }

    private static void writeWide(String name, ByteBuffer out) {
      out.putInt(-name.length());
      for (int i = 0; i < name.length(); i++) {
        out.putChar(name.charAt(i));
      }
    }

    static String read(ByteBuffer in) {
      int length = in.getInt();
      if (length < 0) {
        return readWide(in, -length);
      }
      String name = new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1);
      in.position(in.position() + length);
      return name;
    }

    private static String readWide(ByteBuffer in, int length) {
      char[] symbols = new char[length];
      for (int i = 0; i < length; i++) {
        symbols[i] = in.getChar();
      }
      return new String(symbols);
    }
  }
}
