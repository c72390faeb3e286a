// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/** State of {@link BudgetController} for one series, 16 bytes. */
public final class BudgetState {

  private static final int THRESHOLD_OFFSET = 0;
  private static final int ACCRUED_ALERTS = 8;
  private static final int SIZE = 16;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state. */
  public BudgetState(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
  }

  /**
   * Decades by which the control has moved the threshold. If positive, points must be rarer than
   * the budget and the calibration alone would require.
   */
  double thresholdOffset() {
    return bytes.getDouble(offset + THRESHOLD_OFFSET);
  }

  void thresholdOffset(double decades) {
    bytes.putDouble(offset + THRESHOLD_OFFSET, decades);
  }

  /** Alerts that the budget has granted the series so far. */
  double accruedAlerts() {
    return bytes.getDouble(offset + ACCRUED_ALERTS);
  }

  void accruedAlerts(double alerts) {
    bytes.putDouble(offset + ACCRUED_ALERTS, alerts);
  }
}
