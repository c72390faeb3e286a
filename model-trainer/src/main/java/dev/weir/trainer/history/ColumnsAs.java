package dev.weir.trainer.history;

/** What the value columns of one CSV file are. */
public enum ColumnsAs {
  /** Each a series of its own: {@code file/column}. */
  SERIES,
  /** The features of one series: {@code file}. */
  FEATURES
}
