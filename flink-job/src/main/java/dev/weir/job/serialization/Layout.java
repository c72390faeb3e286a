// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.serialization;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.types.StringValue;

/** Reads and writes the elements that layouts consist of. */
public final class Layout {

  private static final int ABSENT = -1;

  private Layout() {}

  /** Writes the length in 4 bytes, then the bytes. */
  public static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeBytes} wrote. */
  public static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Writes the length in 4 bytes, -1 if absent, then the bytes. */
  public static void writeOptionalBytes(DataOutput out, Optional<byte[]> bytes) throws IOException {
    if (bytes.isPresent()) {
      writeBytes(out, bytes.get());
    } else {
      out.writeInt(ABSENT);
    }
  }

  /** Reads what {@link #writeOptionalBytes} wrote. */
  public static Optional<byte[]> readOptionalBytes(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == ABSENT) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return Optional.of(bytes);
  }

  /** Writes a string in the layout of Flink's own string serializer. */
  public static void writeText(DataOutput out, String text) throws IOException {
    StringValue.writeString(text, out);
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInput in) throws IOException {
    return StringValue.readString(in);
  }

  /** Writes the length in 4 bytes, then 8 bytes per value. */
  public static void writeDoubles(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** Reads what {@link #writeDoubles} wrote. */
  public static double[] readDoubles(DataInput in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
