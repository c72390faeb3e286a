package dev.weir.job.decode;

/** Receives what a record turned out to hold. */
public interface RecordSink {

  /**
   * A well-formed event of as many features as the model has.
   *
   * @param values the first {@code count} are the event's; valid during this call only
   */
  void event(String series, long timeMillis, double[] values, int count);

  /**
   * The same, of a series whose name stands in the record as it is, in ASCII.
   *
   * @param text holds the name from {@code from} to {@code to}; valid during this call only
   */
  void event(byte[] text, int from, int to, long timeMillis, double[] values, int count);

  /** No event. */
  void malformed(MalformedRecord record);
}
