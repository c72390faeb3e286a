// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.nio.charset.StandardCharsets;

/** The parser of a JSON number. An instance is reused for all numbers. */
final class JsonNumber {

  /** The largest number of digits that always fits the significand. */
  private static final int MAX_DIGITS = 18;

  /** Larger exponents are limited to this one: the value is infinite or 0 either way. */
  private static final int MAX_EXPONENT = 100_000;

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private int start;
  private int end;
  private long significand;
  private int digits;
  private int exponent;
  private boolean whole;

  /**
   * Parses a number: {@code -? digits (. digits)? ((e|E) (+|-)? digits)?}.
   *
   * @param from index of its first byte
   * @return index after its last byte
   */
  int read(byte[] bytes, int from) {
    start = from;
    int first = from + (bytes[from] == '-' ? 1 : 0);
    end = readShort(bytes, first);
    if (end < 0) {
      end = readLong(bytes, first);
    }
    return end;
  }

  /** Parses a decimal that fits in one word, as most measurements do; returns -1 for others. */
  private int readShort(byte[] bytes, int from) {
    long word = Swar.load(bytes, from);
    long others = Swar.nonDigits(word);
    if (others == 0) {
      return -1;
    }
    int point = Swar.first(others);
    int length = Swar.first(others & others - 1);
    if (point == 0
        || length == Swar.BYTES
        || length == point + 1
        || Swar.symbol(word, point) != '.'
        || (Swar.symbol(word, length) | ' ') == 'e'
        || point > 1 && Swar.symbol(word, 0) == '0') {
      return -1;
    }
    whole = false;
    digits = length - 1;
    exponent = point - digits;
    significand = Swar.number(Swar.without(word, point), digits);
    return from + length;
  }

  private int readLong(byte[] bytes, int from) {
    significand = 0;
    whole = true;
    exponent = 0;
    int at = readInteger(bytes, from);
    if (byteAt(bytes, at) == '.') {
      at = readFraction(bytes, at + 1);
    }
    if ((byteAt(bytes, at) | ' ') == 'e') {
      at = readExponent(bytes, at + 1);
    }
    return at;
  }

  /** Returns the number as a double, rounded correctly like {@link Double#parseDouble}. */
  double value(byte[] bytes) {
    if (significant(bytes) > MAX_DIGITS || !Decimal.isExact(significand, exponent)) {
      return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
    }
    double magnitude = Decimal.toDouble(significand, exponent);
    return bytes[start] == '-' ? -magnitude : magnitude;
  }

  /** Returns the number as an integer. */
  long time(byte[] bytes) {
    if (whole && digits <= MAX_DIGITS) {
      return bytes[start] == '-' ? -significand : significand;
    }
    double number = value(bytes);
    long integer = (long) number;
    if (integer != number) {
      throw malformed("time must be whole milliseconds: time=" + number, bytes, end);
    }
    return integer;
  }

  private int readInteger(byte[] bytes, int from) {
    int at = readDigits(bytes, from);
    digits = at - from;
    if (digits > 1 && bytes[from] == '0') {
      throw malformed("a number has no leading zero", bytes, at);
    }
    return at;
  }

  private int readFraction(byte[] bytes, int from) {
    int at = readDigits(bytes, from);
    whole = false;
    digits += at - from;
    exponent = from - at;
    return at;
  }

  private int readExponent(byte[] bytes, int from) {
    whole = false;
    byte sign = byteAt(bytes, from);
    int first = from + (sign == '-' || sign == '+' ? 1 : 0);
    int at = first;
    int power = 0;
    for (int digit = byteAt(bytes, at) - '0';
        digit >= 0 && digit <= 9;
        digit = byteAt(bytes, at) - '0') {
      power = Math.min(10 * power + digit, MAX_EXPONENT);
      at++;
    }
    requireDigits(bytes, first, at);
    exponent += sign == '-' ? -power : power;
    return at;
  }

  /** Appends digits to the significand; returns the index after the last digit. */
  private int readDigits(byte[] bytes, int from) {
    int at = from;
    long word = Swar.load(bytes, at);
    long others = Swar.nonDigits(word);
    for (; others == 0; others = Swar.nonDigits(word)) {
      significand = significand * POWERS[Swar.BYTES] + Swar.number(word);
      at += Swar.BYTES;
      word = Swar.load(bytes, at);
    }
    int count = Swar.first(others);
    significand = significand * POWERS[count] + Swar.number(word, count);
    at += count;
    requireDigits(bytes, from, at);
    return at;
  }

  /** Number of digits without leading zeros. */
  private int significant(byte[] bytes) {
    int leading = 0;
    int at = start;
    while (digits - leading > MAX_DIGITS && (bytes[at] < '1' || bytes[at] > '9')) {
      leading += bytes[at] == '0' ? 1 : 0;
      at++;
    }
    return digits - leading;
  }

  private void requireDigits(byte[] bytes, int from, int to) {
    if (to == from) {
      throw malformed("a digit was expected", bytes, to);
    }
  }

  private byte byteAt(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  private static MalformedRecordException malformed(String rule, byte[] bytes, int at) {
    return MalformedRecordException.at(rule, at, bytes.length);
  }
}
