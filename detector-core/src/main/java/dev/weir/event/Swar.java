package dev.weir.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at a time in one long, the first the lowest ("SIMD within a register";
 * Lamport 1975, "Multiple byte processing with full-word instructions").
 *
 * <p>Marks stand in the highest bit of a byte. Only the lowest mark is certain: a borrow or a carry
 * of that byte may mark others above it, never below.
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

  /** The word here; zero behind the end. */
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

  /** Whether the bytes here are those there; false where there are fewer here. */
  static boolean equal(byte[] here, int at, byte[] there, int from, int length) {
    if (at + length > here.length) {
      return false;
    }
    int i = 0;
    for (; i + BYTES <= length; i += BYTES) {
      if ((long) WORDS.get(here, at + i) != (long) WORDS.get(there, from + i)) {
        return false;
      }
    }
    return i == length || lowest(load(here, at + i) ^ load(there, from + i), length - i) == 0;
  }

  /** The lowest bytes of a word, zero behind them. */
  static long lowest(long word, int bytes) {
    return bytes < BYTES ? word & ~(-1L << Byte.SIZE * bytes) : word;
  }

  /** One byte of a word. */
  static int symbol(long word, int index) {
    return (int) (word >>> Byte.SIZE * index) & 0xFF;
  }

  /** Index of the byte with the lowest mark; 8 where there is none. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** Marks what ends or interrupts a JSON string: quotes, backslashes, control characters. */
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

  /** Marks what is no digit; all marks are certain. */
  static long nonDigits(long word) {
    long values = word ^ '0' * EACH;
    return ((values & ~MARKS) + (0x80 - 10) * EACH | values) & MARKS;
  }

  /** The word without this byte, those above it moved down. */
  static long without(long word, int index) {
    long below = ~(-1L << Byte.SIZE * index);
    return word & below | word >>> Byte.SIZE & ~below;
  }

  /** The number that the first digits are, up to eight. */
  static long number(long word, int digits) {
    int half = Byte.SIZE / 2 * (BYTES - digits); // twice, since a shift by 64 would be none
    return number(word << half << half);
  }

  /** The number of eight digits; a zero byte is the digit 0. */
  static long number(long word) {
    long digits = word & 0x0F * EACH;
    long pairs = digits * 10 + (digits >>> Byte.SIZE);
    return (pairs & PAIRS) * (1_000_000L << 32 | 100)
            + (pairs >>> 2 * Byte.SIZE & PAIRS) * (10_000L << 32 | 1)
        >>> 32;
  }
}
