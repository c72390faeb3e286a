package dev.weir.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of the series that is looked at now, in a layout that is the same for all series: state
 * classes reserve their places once and then serve whichever series is {@link #lookAt looked at}.
 *
 * <p>Until the first {@code lookAt} it holds the bytes of a series never seen, which the state
 * classes fill as they reserve. Numbers are little-endian, as the processors have them. Not
 * thread-safe.
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
   * Reserves the next bytes of the layout; they are zero.
   *
   * @return where they start
   */
  public int reserve(int size) {
    int at = bytes.length;
    bytes = Arrays.copyOf(bytes, at + size);
    return at;
  }

  /** A copy of the bytes looked at. */
  public byte[] copy() {
    return bytes.clone();
  }

  /**
   * Turns to another series.
   *
   * @param series its bytes, read and written in place
   */
  public void lookAt(byte[] series) {
    bytes = series;
  }

  /** The array looked at, for those who walk over many bytes. */
  public byte[] array() {
    return bytes;
  }

  /** The byte at this place. */
  public byte getByte(int at) {
    return bytes[at];
  }

  /** Sets the byte at this place to the lowest eight bits. */
  public void putByte(int at, int value) {
    bytes[at] = (byte) value;
  }

  /** The two bytes from this place on. */
  public short getShort(int at) {
    return (short) SHORT.get(bytes, at);
  }

  /** Sets two bytes. */
  public void putShort(int at, short value) {
    SHORT.set(bytes, at, value);
  }

  /** The four bytes from this place on. */
  public int getInt(int at) {
    return (int) INT.get(bytes, at);
  }

  /** Sets four bytes. */
  public void putInt(int at, int value) {
    INT.set(bytes, at, value);
  }

  /** The eight bytes from this place on. */
  public long getLong(int at) {
    return (long) LONG.get(bytes, at);
  }

  /** Sets eight bytes. */
  public void putLong(int at, long value) {
    LONG.set(bytes, at, value);
  }

  /** The four bytes from this place on. */
  public float getFloat(int at) {
    return (float) FLOAT.get(bytes, at);
  }

  /** Sets four bytes. */
  public void putFloat(int at, float value) {
    FLOAT.set(bytes, at, value);
  }

  /** The eight bytes from this place on. */
  public double getDouble(int at) {
    return (double) DOUBLE.get(bytes, at);
  }

  /** Sets eight bytes. */
  public void putDouble(int at, double value) {
    DOUBLE.set(bytes, at, value);
  }
}
