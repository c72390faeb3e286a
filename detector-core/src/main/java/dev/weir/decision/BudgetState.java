package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/**
 * Where the line of one series lies, and what it was granted so far, 16 bytes. Backs {@link
 * BudgetController}.
 */
public final class BudgetState {

  private static final int LIFT = 0;
  private static final int GRANTED = 8;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place. */
  public BudgetState(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
  }

  /** Decades above where the cohort's calibration puts the line. */
  double lift() {
    return bytes.getDouble(at + LIFT);
  }

  void lift(double decades) {
    bytes.putDouble(at + LIFT, decades);
  }

  /** Alerts that the budget granted so far. */
  double granted() {
    return bytes.getDouble(at + GRANTED);
  }

  void granted(double alerts) {
    bytes.putDouble(at + GRANTED, alerts);
  }
}
