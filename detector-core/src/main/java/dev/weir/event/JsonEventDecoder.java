// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.util.Arrays;

/**
 * Decoder of JSON records: {@code {"series":…,"time":…,"value":…}}, or {@code "values":[…]} for
 * several features. Other fields are skipped.
 *
 * <p>Decoding is a third of the work of the job. This decoder thus parses the bytes in place, and
 * allocates nothing, except for a series name that is not plain ASCII.
 */
final class JsonEventDecoder implements EventDecoder {

  private static final long SERIES = JsonText.packed("series");
  private static final long TIME = JsonText.packed("time");
  private static final long VALUE = JsonText.packed("value");
  private static final long VALUES = JsonText.packed("values");

  private final JsonCursor cursor = new JsonCursor();
  private final JsonShape shape = new JsonShape();
  private final JsonText series = new JsonText();
  private final JsonText text = new JsonText();
  private boolean timed;
  private long timeMillis;
  private double[] values = new double[1];
  private int count;

  @Override
  public void decode(byte[] record, EventSink out) {
    boolean plain;
    String name;
    try {
      read(record);
      plain = series.isPlain(record);
      name = plain ? "" : series.value(record);
      requireName(record, plain, name);
    } catch (MalformedRecordException | IllegalArgumentException e) {
      out.malformed(String.valueOf(e.getMessage()));
      return;
    }
    if (plain) {
      out.event(record, series.start(), series.end(), timeMillis, values, count);
    } else {
      out.event(name, timeMillis, values, count);
    }
  }

  private void requireName(byte[] record, boolean plain, String name) {
    if (plain) {
      SeriesNames.require(series.isBlank(record), series.end() - series.start());
    } else {
      SeriesNames.require(name);
    }
  }

  /** Reads series, time and values. */
  private void read(byte[] record) {
    series.clear();
    timed = false;
    count = 0;
    cursor.start();
    shape.start();
    for (long name = nextField(record); name != JsonShape.END; name = nextField(record)) {
      field(record, name);
    }
    require(!series.isEmpty(), "series");
    require(timed, "time");
    require(count > 0, "value (or values)");
    MetricEvent.requireValues(values, count);
  }

  /** Moves to the value of the next field of an event. */
  private long nextField(byte[] record) {
    int from = cursor.at();
    long expected = shape.next(record, from);
    if (expected != JsonShape.UNKNOWN) {
      cursor.moveTo(shape.value());
      return expected;
    }
    long found = findField(record);
    shape.store(record, from, cursor.at(), found);
    return found;
  }

  private long findField(byte[] record) {
    if (cursor.at() == 0) {
      cursor.openObject(record);
    }
    while (cursor.nextMember(record)) {
      long name = cursor.packedName(record);
      if (isEventField(name)) {
        return name;
      }
      cursor.skipValue(record);
    }
    cursor.end(record);
    return JsonShape.END;
  }

  private static boolean isEventField(long name) {
    return name == SERIES || name == TIME || name == VALUE || name == VALUES;
  }

  private void field(byte[] record, long name) {
    if (name == SERIES) {
      cursor.string(record, series);
    } else if (name == TIME) {
      time(record);
    } else if (name == VALUE) {
      values[0] = cursor.number(record);
      count = 1;
    } else {
      values(record);
    }
  }

  private void time(byte[] record) {
    timeMillis =
        cursor.atString(record) ? textTime(record) : EventTime.ofEpoch(cursor.time(record));
    timed = true;
  }

  private long textTime(byte[] record) {
    cursor.string(record, text);
    return EventTime.parseMillis(text.value(record));
  }

  private void values(byte[] record) {
    count = 0;
    cursor.openArray(record);
    while (cursor.nextElement(record)) {
      values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
      values[count++] = cursor.number(record);
    }
  }

  private static void require(boolean present, String field) {
    if (!present) {
      throw new MalformedRecordException("a field is missing or empty: field=" + field);
    }
  }
}
