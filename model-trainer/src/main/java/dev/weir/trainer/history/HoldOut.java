// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.Locale;

/** What a model is judged on. */
public enum HoldOut {
  /** Later time of the series that it learnt from. */
  TIME,
  /** Other series, from their first point on: how it does on one it has never seen. */
  SERIES;

  /** The name on the command line and in model metadata, such as {@code time}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
