/**
 * The detector: all stages from a point to its {@link dev.weir.detect.ScoredPoint}.
 *
 * <p>{@link dev.weir.detect.Detector#step} calls the stages in order. {@link
 * dev.weir.detect.DetectorState} is the state of one series, with a fixed layout and a version. The
 * job, the trainer and the evaluation use the same detector.
 *
 * <p>Input: the {@link dev.weir.series.Observation}s of a series, in time order. Output: a {@link
 * dev.weir.detect.ScoredPoint} for each. Invariant: the same points in the same order give
 * identical results, also across checkpoints, restores and machines.
 */
@NullMarked
package dev.weir.detect;

import org.jspecify.annotations.NullMarked;
