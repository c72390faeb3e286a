// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import java.util.Locale;

/** Kind of an injected anomaly. */
public enum AnomalyKind {
  /** Spike of one to three points. */
  SPIKE,
  /** Temporary level shift. */
  LEVEL_SHIFT,
  /** Constant values. */
  FLAT_LINE,
  /** A day without its seasonal pattern. */
  MISSING_SEASON,
  /** Temporary increase of the noise. */
  VARIANCE_BURST,
  /** Slow drift that ends abruptly. */
  DRIFT,
  /**
   * Values mirrored at the first one, against the feature that they usually follow. Used by {@link
   * CoupledHosts} only.
   */
  OPPOSED;

  /** Display name: lower case, separated by blanks. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
