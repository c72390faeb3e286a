package dev.weir.score;

import java.util.Locale;

/**
 * The ways in which a point can be unlike its series' past: views that err differently, so that
 * what one is blind for another sees.
 */
public enum Signal {
  /** The recent course, averaged over several spans, is like none of the courses remembered. */
  PATTERN,
  /** The forecast is wrong, at once or for a while. */
  ERROR,
  /** The forecast is wrong to the same side for a while. */
  DRIFT,
  /** The level is not what it is at this time of the day. */
  SEASON,
  /** The series moves less than it uses to. */
  CALM,
  /** The value lies beyond all that was seen. */
  RANGE;

  /** The word in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
