/**
 * Stage 2, decode: the bytes of a record -> events, each with its event time, or the reason why
 * not.
 *
 * <p>Input: Kafka records, decoded where the source reads them, so that the watermark of each
 * partition follows the events' own times. Output, to a {@link dev.weir.job.decode.RecordSink}: an
 * event, or what is malformed with the record as it was. Invariant: every record comes out at least
 * once, as one or the other, and never stops the stream; a malformed one never moves the watermark.
 */
@NullMarked
package dev.weir.job.decode;

import org.jspecify.annotations.NullMarked;
