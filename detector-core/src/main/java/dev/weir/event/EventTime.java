// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** The parser of event times, in records and in history files. */
public final class EventTime {

  /** ISO-8601 with a T or a space as separator, of any precision, with or without an offset. */
  private static final DateTimeFormatter LENIENT_ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter();

  /**
   * Smaller numbers are seconds since the epoch (until the year 5138). Numbers from here on are
   * milliseconds (since March 1973).
   */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private EventTime() {}

  /**
   * Converts a number to a time: seconds since the epoch below 100,000,000,000, else milliseconds.
   * Producers send both.
   *
   * @return milliseconds since 1970-01-01T00:00:00Z
   */
  public static long ofEpoch(long number) {
    return Math.abs(number) < FIRST_MILLIS ? number * 1000 : number;
  }

  /**
   * Parses a time: a number as in {@link #ofEpoch}, or ISO-8601, in UTC if it has no offset.
   *
   * @return milliseconds since 1970-01-01T00:00:00Z
   * @throws IllegalArgumentException if the text has another format
   */
  public static long parseMillis(String text) {
    if (isInteger(text)) {
      return ofEpoch(Long.parseLong(text));
    }
    try {
      return toMillis(LENIENT_ISO.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "time must be epoch seconds or milliseconds, or ISO-8601 like 2026-01-01T00:00:00Z: time="
              + text,
          e);
    }
  }

  /** Uses queries, since parsing into one class after another would throw often. */
  private static long toMillis(TemporalAccessor parsed) {
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    return LocalDate.from(parsed)
        .atTime(time == null ? LocalTime.MIDNIGHT : time)
        .toInstant(offset == null ? ZoneOffset.UTC : offset)
        .toEpochMilli();
  }

  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    boolean fits = text.length() > start && text.length() - start <= 18;
    return fits && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }
}
