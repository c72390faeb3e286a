package dev.weir.event;

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
   * No event.
   *
   * @param reason what is wrong and where, in one line, for the dead-letter topic
   */
  void malformed(String reason);
}
