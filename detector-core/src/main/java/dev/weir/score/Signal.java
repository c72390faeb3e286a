// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import java.util.Locale;

/** The ways in which a point can be unusual compared with the history of its series. */
public enum Signal {
  /** Recent averages of level and step match no earlier pattern of the series. */
  PATTERN,
  /** The forecast error is large, for a single point or on average. */
  ERROR,
  /** The forecast errors have the same sign for a while. */
  DRIFT,
  /** The level is unusual for the time of day. */
  SEASON,
  /** The series varies less than usual. */
  CALM,
  /** The value is outside the range of all previous values. */
  RANGE;

  /** The name in alert and score records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
