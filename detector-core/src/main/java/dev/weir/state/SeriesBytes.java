// SPDX-License-Identifier: Apache-2.0
package dev.weir.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A view of the state bytes of one series. All series have the same layout: each state class
 * reserves its section once, and {@link #attach} selects the series that is read and written.
 *
 * <p>Before the first {@code attach} the view holds the initial state of a series, which the state
 * classes write when they reserve their sections. Numbers are little-endian, the native order of
 * x86 and ARM. Not thread-safe.
 */
public final class SeriesBytes {

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private byte[] bytes = {};

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reserves the next section of the layout, filled with zeros.
   *
   * @param size bytes
   * @return offset of its first byte
   */
  public int reserve(int size) {
    int offset = bytes.length;
    bytes = Arrays.copyOf(bytes, offset + size);
    return offset;
  }

  /** Returns a copy of the attached bytes. */
  public byte[] copy() {
    return bytes.clone();
  }

  /**
   * Selects the series that this view reads and writes.
   *
   * @param series bytes of the series, used in place
   */
  public void attach(byte[] series) {
    bytes = series;
  }

  /** Returns the attached array itself, for loops over many bytes. */
  public byte[] array() {
    return bytes;
  }

  /** Reads the byte at this offset. */
  public byte getByte(int offset) {
    return bytes[offset];
  }

  /** Writes the lowest eight bits of a value at this offset. */
  public void putByte(int offset, int value) {
    bytes[offset] = (byte) value;
  }

  /** Reads a short at this offset. */
  public short getShort(int offset) {
    return (short) SHORT.get(bytes, offset);
  }

  /** Writes a short at this offset. */
  public void putShort(int offset, short value) {
    SHORT.set(bytes, offset, value);
  }

  /** Reads an int at this offset. */
  public int getInt(int offset) {
    return (int) INT.get(bytes, offset);
  }

  /** Writes an int at this offset. */
  public void putInt(int offset, int value) {
    INT.set(bytes, offset, value);
  }

  /** Reads a long at this offset. */
  public long getLong(int offset) {
    return (long) LONG.get(bytes, offset);
  }

  /** Writes a long at this offset. */
  public void putLong(int offset, long value) {
    LONG.set(bytes, offset, value);
  }

  /** Reads a float at this offset. */
  public float getFloat(int offset) {
    return (float) FLOAT.get(bytes, offset);
  }

  /** Writes a float at this offset. */
  public void putFloat(int offset, float value) {
    FLOAT.set(bytes, offset, value);
  }

  /** Reads a double at this offset. */
  public double getDouble(int offset) {
    return (double) DOUBLE.get(bytes, offset);
  }

  /** Writes a double at this offset. */
  public void putDouble(int offset, double value) {
    DOUBLE.set(bytes, offset, value);
  }
}
