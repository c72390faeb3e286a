/**
 * Offline stage 2, window: series -> scaled inputs and targets -> batches of windows.
 *
 * <p>Input: {@link dev.weir.series.RecordedSeries}. Output: {@link
 * dev.weir.trainer.window.WindowBatch}, {@code [lane, time, feature]}, many series in parallel
 * lanes. Invariants: the core's {@link dev.weir.series.Scaler} computes inputs and targets; a
 * window holds points of one sequence only; {@code keep} is 0 where a lane starts a sequence, where
 * the state is reset as in the detector; a batch holds no target of another part of the split.
 */
@NullMarked
package dev.weir.trainer.window;

import org.jspecify.annotations.NullMarked;
