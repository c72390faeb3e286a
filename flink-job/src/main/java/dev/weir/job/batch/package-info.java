/**
 * Stage 3, batch: decoded records -> event batches, each for one subtask of detect.
 *
 * <p>Input: Kafka records. {@link dev.weir.job.batch.BatchSource} decodes them in the source reader
 * and emits {@link dev.weir.job.batch.DecodedBatch}es; {@link
 * dev.weir.job.batch.EventBatchOperator} regroups their events by subtask. Output: {@link
 * dev.weir.job.batch.EventBatch}es, and malformed records in a side output.
 *
 * <p>Passing an element to the next operator costs as much as decoding an event, and passing it to
 * another task as much as half of its detection. An element with a hundred events costs little more
 * than one with a single event. A batch is emitted when it is full, after a few milliseconds, and
 * before a watermark, a barrier or the end of the input.
 *
 * <p>Invariants: the events of a series keep their order; an event is emitted before each
 * watermark, barrier or end of the input that follows it; all series of a batch belong to the same
 * subtask.
 */
@NullMarked
package dev.weir.job.batch;

import org.jspecify.annotations.NullMarked;
