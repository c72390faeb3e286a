package dev.weir.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The running level, spread and step size of each feature of one series, {@code [feature]}. Backs
 * {@link Scaler}.
 */
public final class ScalerState {

  int count;
  final double[] last;
  final double[] mean;
  final float[] deviation;
  final float[] change;

  ScalerState(int features) {
    last = new double[features];
    mean = new double[features];
    deviation = new float[features];
    change = new float[features];
  }

  /** How many points it has seen. */
  public int count() {
    return count;
  }

  /** Writes 4 bytes, then 24 a feature. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < last.length; i++) {
      out.writeDouble(last[i]);
      out.writeDouble(mean[i]);
      out.writeFloat(deviation[i]);
      out.writeFloat(change[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    count = in.readInt();
    for (int i = 0; i < last.length; i++) {
      last[i] = in.readDouble();
      mean[i] = in.readDouble();
      deviation[i] = in.readFloat();
      change[i] = in.readFloat();
    }
  }
}
