/**
 * Stage 3, detect: the events of one series -> scored points and alerts.
 *
 * <p>Input: events by series. Output: {@link dev.weir.job.detect.ScoredEvent} for each point that
 * is alerted of, for every point where wanted, and late points on the side. Everything that is
 * computed is detector-core's; here are keyed state, timers and counters only. A series' state is
 * on the heap, in its key group's shard, or in a database with some series on the heap in front of
 * it ({@link dev.weir.job.store.SeriesStore}). Invariants: each event is counted once, as scored,
 * warming up, duplicate or late; a restored state goes on bit by bit as if nothing had happened.
 */
@NullMarked
package dev.weir.job.detect;

import org.jspecify.annotations.NullMarked;
