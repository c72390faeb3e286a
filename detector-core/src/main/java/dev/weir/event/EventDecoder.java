package dev.weir.event;

import java.util.function.Consumer;

/**
 * Turns the bytes of one record into events. One record may hold several points, hence the
 * consumer.
 *
 * <p>Implementations are stateless, thread-safe, never throw on bad input and call {@code out} at
 * least once a record.
 */
@FunctionalInterface
public interface EventDecoder {

  /**
   * @param record the record's value, UTF-8; not modified, not kept
   * @param out receives each point, or the reason why the record holds none
   */
  void decode(byte[] record, Consumer<? super DecodeResult> out);
}
