package dev.weir.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last peak of one series and its age. Backs {@link Debounce}. */
public final class DebounceState {

  /** Decades; at first lower than any. */
  float peak = Float.NEGATIVE_INFINITY;

  int age;

  DebounceState() {}

  /** Writes 5 bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeFloat(peak);
    out.writeByte(age);
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    peak = in.readFloat();
    age = in.readByte();
  }
}
