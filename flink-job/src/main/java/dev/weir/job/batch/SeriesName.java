// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Serialized name of a series: the number of characters in 4 bytes, then one byte per character if
 * all are ASCII; otherwise the number is negative, and each character has two bytes.
 *
 * <p>A series is looked up by these bytes, so that no {@link String} is created per event.
 */
public final class SeriesName {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Golden ratio (Fibonacci hashing), odd. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private static final int HALF_BITS = 32;

  private SeriesName() {}

  /** Upper bound of the size of a serialized name, bytes. */
  static int maxSize(String name) {
    return Integer.BYTES + Character.BYTES * name.length();
  }

  /** Serializes a name. */
  public static byte[] bytes(String name) {
    ByteBuffer bytes = ByteBuffer.allocate(maxSize(name));
    write(name, bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Writes a name. */
  static void write(String name, ByteBuffer out) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    if (isAscii(name, utf8)) {
      out.putInt(utf8.length).put(utf8);
    } else {
      out.putInt(-name.length());
      name.chars().forEach(symbol -> out.putChar((char) symbol));
    }
  }

  /** Writes a name that is the ASCII text from {@code from} to {@code to}. */
  static void write(byte[] text, int from, int to, ByteBuffer out) {
    out.putInt(to - from).put(text, from, to - from);
  }

  /**
   * A name with as many UTF-8 bytes as characters is ASCII, except that an unpaired surrogate is
   * encoded as a question mark.
   */
  private static boolean isAscii(String name, byte[] utf8) {
    return utf8.length == name.length() && !(contains(utf8, '?') && hasSurrogate(name));
  }

  private static boolean contains(byte[] bytes, char wanted) {
    int found = 0;
    for (byte each : bytes) {
      found |= each == wanted ? 1 : 0;
    }
    return found != 0;
  }

  private static boolean hasSurrogate(String name) {
    return name.chars().anyMatch(symbol -> Character.isSurrogate((char) symbol));
  }

  /** Returns the name that starts at {@code from}. */
  public static String text(byte[] bytes, int from) {
    int length = length(bytes, from);
    int start = from + Integer.BYTES;
    return length >= 0
        ? new String(bytes, start, length, StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(bytes, start, -Character.BYTES * length).asCharBuffer().toString();
  }

  /** Returns where the name ends that starts at {@code from}. */
  static int end(byte[] bytes, int from) {
    int length = length(bytes, from);
    return from + Integer.BYTES + (length >= 0 ? length : -Character.BYTES * length);
  }

  private static int length(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getInt(from);
  }

  /** {@link String#hashCode} of the name at {@code from}: it determines Flink's key group. */
  static int keyHash(byte[] bytes, int from) {
    int length = length(bytes, from);
    if (length < 0) {
      return text(bytes, from).hashCode();
    }
    int hash = 0;
    for (int at = from + Integer.BYTES; at < from + Integer.BYTES + length; at++) {
      hash = 31 * hash + bytes[at];
    }
    return hash;
  }

  /** Hash of the bytes of a name, computed eight bytes at a time. */
  public static int hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = mix(hash ^ (long) WORD.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xff;
    }
    return (int) mix(hash ^ rest);
  }

  private static long mix(long hash) {
    long product = hash * MULTIPLIER;
    return product ^ product >>> HALF_BITS;
  }
}
