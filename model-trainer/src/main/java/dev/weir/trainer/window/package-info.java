/**
 * Offline stage 3, window: series -> scaled inputs and targets -> batches of windows.
 *
 * <p>Input: {@link dev.weir.series.RecordedSeries}. Output: {@link
 * dev.weir.trainer.window.WindowBatch}, {@code [lane, time, feature]}, many series side by side.
 * Invariants: inputs and targets are the core's {@link dev.weir.series.Scaler}'s and nobody else's;
 * a window holds points of one sequence only; a lane that starts a sequence says so, and its state
 * is reset there, as the detector resets it at the start of a series and behind a gap; a target of
 * another part of the split is never in a batch.
 */
@NullMarked
package dev.weir.trainer.window;

import org.jspecify.annotations.NullMarked;
