package dev.weir.job.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A series' name as it stands in a bundle: its length, then its characters, ASCII in a byte each;
 * where not all are ASCII, the length below zero, then two bytes a character. A series is found by
 * these bytes, so that an event costs no {@link String}.
 */
public final class SeriesName {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Golden ratio, odd. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int HALF = 32;

  private SeriesName() {}

  /** The most bytes that a name can take. */
  static int largestSize(String name) {
    return Integer.BYTES + Character.BYTES * name.length();
  }

  /** The bytes of a name. */
  public static byte[] bytes(String name) {
    ByteBuffer bytes = ByteBuffer.allocate(largestSize(name));
    write(name, bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Writes the bytes of a name. */
  static void write(String name, ByteBuffer out) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    if (isAscii(name, utf8)) {
      out.putInt(utf8.length).put(utf8);
    } else {
      out.putInt(-name.length());
      name.chars().forEach(symbol -> out.putChar((char) symbol));
    }
  }

  /** Writes the bytes of a name that is the ASCII text from {@code from} to {@code to}. */
  static void write(byte[] text, int from, int to, ByteBuffer out) {
    out.putInt(to - from).put(text, from, to - from);
  }

  /**
   * As many bytes as characters are ASCII, but for a question mark: it also stands for half a
   * surrogate pair.
   */
  private static boolean isAscii(String name, byte[] utf8) {
    return utf8.length == name.length() && !(has(utf8, '?') && hasSurrogate(name));
  }

  private static boolean has(byte[] bytes, char mark) {
    int found = 0;
    for (byte each : bytes) {
      found |= each == mark ? 1 : 0;
    }
    return found != 0;
  }

  private static boolean hasSurrogate(String name) {
    return name.chars().anyMatch(symbol -> Character.isSurrogate((char) symbol));
  }

  /** The name whose bytes start here. */
  public static String text(byte[] bytes, int from) {
    int length = length(bytes, from);
    int start = from + Integer.BYTES;
    return length >= 0
        ? new String(bytes, start, length, StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(bytes, start, -Character.BYTES * length).asCharBuffer().toString();
  }

  /** Where the name ends whose bytes start here. */
  static int end(byte[] bytes, int from) {
    int length = length(bytes, from);
    return from + Integer.BYTES + (length >= 0 ? length : -Character.BYTES * length);
  }

  private static int length(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getInt(from);
  }

  /** {@link String#hashCode} of the name whose bytes start here, by which Flink knows its group. */
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

  /** A hash of a name's bytes, eight at a time. */
  public static int hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ (long) WORD.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xff;
    }
    return (int) mixed(hash ^ rest);
  }

  private static long mixed(long hash) {
    long spread = hash * SPREAD;
    return spread ^ spread >>> HALF;
  }
}
