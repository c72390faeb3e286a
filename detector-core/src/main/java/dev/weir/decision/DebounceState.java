package dev.weir.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The bar of one series. Backs {@link Debounce}. */
public final class DebounceState {

  /** Decades; at first lower than any. */
  double bar = Double.NEGATIVE_INFINITY;

  DebounceState() {}

  /** Writes 8 bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(bar);
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    bar = in.readDouble();
  }
}
