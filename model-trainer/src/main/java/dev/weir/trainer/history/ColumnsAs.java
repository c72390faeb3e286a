// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.Locale;

/** Meaning of several value columns in one CSV file. */
public enum ColumnsAs {
  /** Each column is a series, named {@code file/column}. */
  SERIES,
  /** The columns are the features of one series, named {@code file}. */
  FEATURES;

  /** The name on the command line and in model metadata, such as {@code series}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
