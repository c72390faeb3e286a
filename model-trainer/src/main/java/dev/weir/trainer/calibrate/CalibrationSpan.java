// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.calibrate;

import java.util.Locale;

/** Which part of the history a model is calibrated on. */
public enum CalibrationSpan {
  /** What the network was not fitted to; all of it where that is too little. */
  HELD_OUT,
  /** All of it: more of the tail, measured on errors that are a little too small. */
  ALL;

  /** The name on the command line and in model metadata, such as {@code held-out}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
