/**
 * Stage 4, tell: scored points and alerts -> Kafka, exactly once.
 *
 * <p>Input: {@link dev.weir.job.detect.ScoredEvent}s and late events. Output: JSON records, key =
 * series, in the topics of alerts, of scores and of late points. Invariant: a reader of committed
 * records sees each one once, whatever failed in between; an alert's id is a function of series,
 * model and start, so that a replay gives the same.
 */
@NullMarked
package dev.weir.job.sink;

import org.jspecify.annotations.NullMarked;
