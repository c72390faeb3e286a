package dev.weir.event;

/**
 * Turns the bytes of one record into events. One record may hold several points, hence the sink.
 *
 * <p>Implementations reuse what they decode with, so an instance belongs to one thread. They never
 * throw on bad input and call the sink at least once a record.
 */
@FunctionalInterface
public interface EventDecoder {

  /**
   * @param record the record's value, UTF-8; not modified, not kept beyond the next record
   * @param out receives each point, or the reason why the record holds none
   */
  void decode(byte[] record, EventSink out);
}
