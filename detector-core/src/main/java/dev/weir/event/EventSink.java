package dev.weir.event;

import java.nio.charset.StandardCharsets;

/** Receives what a record turned out to hold. */
public interface EventSink {

  /**
   * A well-formed event; it keeps the rules of {@link MetricEvent}, which need no second check.
   *
   * @param series name of the series
   * @param timeMillis event time, milliseconds since 1970-01-01T00:00:00Z
   * @param values the first {@code count} are the event's, {@code [feature]}; the decoder's own and
   *     valid during this call only, so that an event costs no array: copy what is to be kept
   * @param count features, at least 1
   */
  void event(String series, long timeMillis, double[] values, int count);

  /**
   * The same, of a series whose name stands in the record as it is, in ASCII; for who needs no
   * {@link String}.
   *
   * @param text holds the name from {@code from} to {@code to}; valid during this call only
   */
  default void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    event(
        new String(text, from, to - from, StandardCharsets.ISO_8859_1), timeMillis, values, count);
  }

  /**
   * No event.
   *
   * @param reason what is wrong and where, in one line, for the dead-letter topic
   */
  void malformed(String reason);
}
