/**
 * Stage 2, decode: the bytes of a record -> an event, or the reason why the record is malformed.
 *
 * <p>Input: Kafka records. They are decoded in the source reader, so that the watermark of each
 * partition follows the times of its events. Output: calls of a {@link
 * dev.weir.job.decode.RecordSink} with an event or a malformed record. Invariants: every record
 * gives one of the two and never stops the stream; a malformed record doesn't advance the
 * watermark.
 */
@NullMarked
package dev.weir.job.decode;

import org.jspecify.annotations.NullMarked;
