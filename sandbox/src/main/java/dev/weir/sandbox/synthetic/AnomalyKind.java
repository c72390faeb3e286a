package dev.weir.sandbox.synthetic;

import java.util.Locale;

/** What is injected. */
public enum AnomalyKind {
  /** One to three points far off. */
  SPIKE,
  /** A stretch at another level. */
  LEVEL_SHIFT,
  /** A stretch that doesn't move. */
  FLAT_LINE,
  /** A day without its course. */
  MISSING_SEASON,
  /** A stretch of much more noise. */
  VARIANCE_BURST,
  /** A slow rise away from the usual, and back at once. */
  DRIFT,
  /**
   * A stretch that moves against what it used to follow: mirrored at its first value. Of {@link
   * CoupledHosts} only.
   */
  OPPOSED;

  /** For a person: lower case, blanks between the words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
