/**
 * Offline stage 6, calibrate: an exported model and split series -> rates of surprises.
 *
 * <p>Input: {@link dev.weir.detect.DetectorModel} and {@link dev.weir.trainer.history.SplitSeries}.
 * Output: {@link dev.weir.score.Calibration}. Runs the core's {@link dev.weir.detect.Detector}, as
 * the job does.
 */
@NullMarked
package dev.weir.trainer.calibrate;

import org.jspecify.annotations.NullMarked;
