// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.calibrate;

import dev.weir.detect.Calibrator;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.score.Calibration;
import dev.weir.series.Observation;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import dev.weir.trainer.history.SplitSeries;
import java.util.List;
import java.util.stream.IntStream;

/** Measurement of the calibration of a model on many series. */
public final class CohortCalibration {

  /** Minimum number of points to measure rare surprises. */
  static final long FEWEST_POINTS = 10_000;

  private CohortCalibration() {}

  /** Runs the model over the span of each series and counts surprises. */
  public static Calibration measure(
      DetectorModel model, List<SplitSeries> split, CalibrationSpan span) {
    Calibration heldOut = Calibration.uncalibrated();
    if (span == CalibrationSpan.HELD_OUT) {
      heldOut = measure(model, split, true);
    }
    return heldOut.points() >= FEWEST_POINTS ? heldOut : measure(model, split, false);
  }

  private static Calibration measure(
      DetectorModel model, List<SplitSeries> split, boolean heldOutOnly) {
    Calibrator calibrator = new Calibrator(model, DetectorConfig.DEFAULT, ReorderConfig.EVERY_ROW);
    for (SplitSeries series : split) {
      calibrator.add(points(series.series(), heldOutOnly ? series.trainingTo() : 0));
    }
    return calibrator.calibration();
  }

  private static Iterable<Observation> points(RecordedSeries series, int from) {
    return () ->
        IntStream.range(from, series.length())
            .mapToObj(t -> new Observation(series.times()[t], series.values()[t]))
            .iterator();
  }
}
