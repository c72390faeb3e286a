// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.calibrate;

import java.util.Locale;

/** Part of the history for calibration. */
public enum CalibrationSpan {
  /** The part that the network was not trained on; the whole history if that part is too short. */
  HELD_OUT,
  /**
   * The whole history: more points in the tail, with slightly smaller errors on the training part.
   */
  ALL;

  /** The name on the command line and in model metadata, such as {@code held-out}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
