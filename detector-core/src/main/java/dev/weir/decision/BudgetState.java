package dev.weir.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where the line of one series lies, and what it was granted so far. Backs {@link BudgetControl}.
 */
public final class BudgetState {

  /** Decades above where the cohort's calibration puts the line. */
  double lift;

  /** Alerts that the budget granted so far. */
  double granted;

  BudgetState() {}

  /** Writes 16 bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(lift);
    out.writeDouble(granted);
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    lift = in.readDouble();
    granted = in.readDouble();
  }
}
