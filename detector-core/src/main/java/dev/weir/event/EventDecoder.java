// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * A decoder from the bytes of a record to events.
 *
 * <p>A decoder calls the sink at least once per record, and does not throw on malformed input. Not
 * thread-safe, since decoders reuse their buffers.
 */
@FunctionalInterface
public interface EventDecoder {

  /**
   * Decodes one record.
   *
   * @param record value of the record, UTF-8; not modified, and not used after the next call
   * @param out receives each event of the record, or the reason why the record is malformed
   */
  void decode(byte[] record, EventSink out);
}
