// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.Locale;

/** What the value columns of one CSV file are. */
public enum ColumnsAs {
  /** Each a series of its own: {@code file/column}. */
  SERIES,
  /** The features of one series: {@code file}. */
  FEATURES;

  /** The name on the command line and in model metadata, such as {@code series}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
