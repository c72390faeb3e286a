package dev.weir.trainer.history;

/** What a model is judged on. */
public enum HoldOut {
  /** Later time of the series that it learnt from. */
  TIME,
  /** Other series, from their first point on: how it does on one it has never seen. */
  SERIES
}
