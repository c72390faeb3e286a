// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.Locale;

/** What is held out for evaluation. */
public enum HoldOut {
  /** The end of each series. */
  TIME,
  /** Whole series, so that the model is evaluated on series that it was not trained on. */
  SERIES;

  /** The name on the command line and in model metadata, such as {@code time}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
