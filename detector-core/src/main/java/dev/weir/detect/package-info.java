/**
 * The pipeline: one point of one series in, one {@link dev.weir.detect.ScoredPoint} out.
 *
 * <p>{@link dev.weir.detect.Detector#step} reads as the stages before it. All that is kept of a
 * series stands in {@link dev.weir.detect.DetectorState}, a fixed layout with a version. The
 * trainer calibrates and evaluates through this very class.
 *
 * <p>Invariant: the same points in the same order give the same bits, whatever lay between them: a
 * checkpoint, a restore, another machine.
 */
@NullMarked
package dev.weir.detect;

import org.jspecify.annotations.NullMarked;
