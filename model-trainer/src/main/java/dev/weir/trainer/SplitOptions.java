// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.trainer.calibrate.CalibrationSpan;
import dev.weir.trainer.history.HoldOut;
import dev.weir.trainer.history.SplitFractions;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Options of the data for training, evaluation and calibration.
 *
 * @param holdOut what is held out: the end of each series, or whole series
 * @param fractions fractions for training and for early stopping; the rest is for evaluation
 * @param calibrateOn part of the history for calibration
 */
@RecordBuilder
public record SplitOptions(HoldOut holdOut, SplitFractions fractions, CalibrationSpan calibrateOn)
    implements SplitOptionsBuilder.With {

  /**
   * 70 % of each series' time for training, 15 % for early stopping; calibrated on the whole
   * history.
   */
  public static final SplitOptions DEFAULT =
      new SplitOptions(HoldOut.TIME, new SplitFractions(0.7, 0.15), CalibrationSpan.ALL);
}
