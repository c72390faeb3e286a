// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import java.util.Locale;

/** How far the alert budget holds for a series. */
public enum Guarantee {
  /** The series is warming up and cannot alert. */
  LEARNING,
  /** The threshold is based mostly on the calibration of the cohort. */
  PROVISIONAL,
  /** The budget control bounds the number of alerts to a factor of two of the budget. */
  GUARANTEED;

  /** The name in alert and score records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
