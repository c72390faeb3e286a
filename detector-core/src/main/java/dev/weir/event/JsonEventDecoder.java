package dev.weir.event;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads {@code {"series":…,"time":…,"value":…}} (or {@code "values":[…]}) straight from the bytes,
 * without a tree or a String per field; other fields are skipped. Decoding is a third of what the
 * job does with an event, hence not a general parser.
 */
final class JsonEventDecoder implements EventDecoder {

  @Override
  public void decode(byte[] record, Consumer<? super DecodeResult> out) {
    out.accept(decode(record));
  }

  private static DecodeResult decode(byte[] record) {
    try {
      return new DecodeResult.Decoded(new Fields(new JsonCursor(record)).event());
    } catch (MalformedRecordException e) {
      return e.result();
    } catch (IllegalArgumentException e) {
      return new DecodeResult.Malformed(String.valueOf(e.getMessage()));
    }
  }

  /** The fields of the object under the cursor. */
  private static final class Fields {

    private static final double[] NONE = {};

    private final JsonCursor cursor;
    private String series = "";
    private boolean timed;
    private long timeMillis;
    private double[] values = NONE;

    Fields(JsonCursor cursor) {
      this.cursor = cursor;
    }

    MetricEvent event() {
      cursor.object(this::field);
      cursor.end();
      require(!series.isEmpty(), "series");
      require(timed, "time");
      require(values.length > 0, "value (or values)");
      return new MetricEvent(series, timeMillis, values);
    }

    private void field() {
      if (cursor.nameIs("series")) {
        series = cursor.string();
      } else if (cursor.nameIs("time")) {
        time();
      } else if (cursor.nameIs("value")) {
        values = new double[] {cursor.number()};
      } else if (cursor.nameIs("values")) {
        values();
      } else {
        cursor.skipValue();
      }
    }

    private void time() {
      timeMillis =
          cursor.atString()
              ? EventTime.parseMillis(cursor.string())
              : EventTime.ofEpoch(cursor.integer());
      timed = true;
    }

    private void values() {
      values = new double[4];
      int[] count = {0};
      cursor.array(
          () -> {
            if (count[0] == values.length) {
              values = Arrays.copyOf(values, 2 * count[0]);
            }
            values[count[0]++] = cursor.number();
          });
      values = Arrays.copyOf(values, count[0]);
    }

    private static void require(boolean present, String field) {
      if (!present) {
        throw new MalformedRecordException("a field is missing or empty: field=" + field);
      }
    }
  }
}
