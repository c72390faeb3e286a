/**
 * Stage 4, detect: the events of each series -> scored points and alerts.
 *
 * <p>Input: {@link dev.weir.job.batch.EventBatch}es. Output: a {@link
 * dev.weir.job.detect.ScoredEvent} for each point with an alert; side outputs for all scored
 * points, if they are published, and for late points. {@link dev.weir.job.detect.DetectOperator}
 * runs detector-core's reorder buffer and detector over the states in {@link dev.weir.job.store}.
 *
 * <p>Invariants: each event is counted once, as scored, warming up, duplicate or late; after a
 * restore, the scores are those of an uninterrupted run.
 */
@NullMarked
package dev.weir.job.detect;

import org.jspecify.annotations.NullMarked;
