// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Operations on eight bytes at a time in a {@code long}, the first byte in the lowest bits ("SIMD
 * within a register"; Lamport 1975, "Multiple byte processing with full-word instructions").
 *
 * <p>A mark is the highest bit of a byte. Only the lowest mark is reliable: its carry may set marks
 * in higher bytes.
 */
final class Swar {

  /** Bytes in a word. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long MARKS = 0x8080808080808080L;
  private static final long PAIRS = 0x000000FF000000FFL;

  private Swar() {}

  /** Loads a word; bytes after the end are 0. */
  static long load(byte[] bytes, int at) {
    return at + BYTES <= bytes.length ? (long) WORDS.get(bytes, at) : loadEnd(bytes, at);
  }

  private static long loadEnd(byte[] bytes, int at) {
    long word = 0;
    for (int i = bytes.length - 1; i >= at; i--) {
      word = word << Byte.SIZE | bytes[i] & 0xFF;
    }
    return word;
  }

  /** Whether two ranges are equal; false if the first array is too short. */
  static boolean equal(byte[] first, int at, byte[] second, int from, int length) {
    if (at + length > first.length) {
      return false;
    }
    int i = 0;
    for (; i + BYTES <= length; i += BYTES) {
      if ((long) WORDS.get(first, at + i) != (long) WORDS.get(second, from + i)) {
        return false;
      }
    }
    return i == length || lowest(load(first, at + i) ^ load(second, from + i), length - i) == 0;
  }

  /** Returns the lowest bytes of a word; the others are 0. */
  static long lowest(long word, int bytes) {
    return bytes < BYTES ? word & ~(-1L << Byte.SIZE * bytes) : word;
  }

  /** Returns one byte of a word. */
  static int symbol(long word, int index) {
    return (int) (word >>> Byte.SIZE * index) & 0xFF;
  }

  /** Index of the byte with the lowest mark; 8 if there is none. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** Marks quotes, backslashes and control characters. */
  static long textEnds(long word) {
    long quotes = (word ^ '"' * EACH) - EACH;
    long escapes = (word ^ '\\' * EACH) - EACH;
    long controls = word - ' ' * EACH;
    return (quotes | escapes | controls) & ~word & MARKS;
  }

  /** Whether all bytes are ASCII. */
  static boolean isAscii(long word) {
    return (word & MARKS) == 0;
  }

  /** Marks bytes that are not digits; all marks are reliable. */
  static long nonDigits(long word) {
    long values = word ^ '0' * EACH;
    return ((values & ~MARKS) + (0x80 - 10) * EACH | values) & MARKS;
  }

  /** Removes a byte; the bytes above it move down. */
  static long without(long word, int index) {
    long below = ~(-1L << Byte.SIZE * index);
    return word & below | word >>> Byte.SIZE & ~below;
  }

  /** Parses the first digits, 8 at most. */
  static long number(long word, int digits) {
    int half = Byte.SIZE / 2 * (BYTES - digits); // twice, since a shift by 64 has no effect
    return number(word << half << half);
  }

  /** Parses eight digits; a zero byte is the digit 0. */
  static long number(long word) {
    long digits = word & 0x0F * EACH;
    long pairs = digits * 10 + (digits >>> Byte.SIZE);
    return (pairs & PAIRS) * (1_000_000L << 32 | 100)
            + (pairs >>> 2 * Byte.SIZE & PAIRS) * (10_000L << 32 | 1)
        >>> 32;
  }
}
