/**
 * Between decode and detect: what the source has at hand, decoded into a batch; of that, events
 * that go to the same subtask, put into bundles; malformed records, put aside.
 *
 * <p>Passing an event by itself from one operator to another costs as much as its decoding, and
 * from one task to another as much as half of its detection; a hundred in one record cost little
 * more than one. {@link dev.weir.job.batch.BatchReader} keeps nothing from one call to the next.
 * {@link dev.weir.job.batch.EventBatchOperator} fills a bundle for each subtask of detect and lets
 * go of it when it is full, a few milliseconds old, or before anything passes that must not
 * overtake it.
 *
 * <p>Invariants: events of a series keep their order; no event stays behind a watermark, a barrier
 * or the end of the input; all series of a bundle belong to the same subtask.
 */
@NullMarked
package dev.weir.job.batch;

import org.jspecify.annotations.NullMarked;
