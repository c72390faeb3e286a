// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.nio.charset.StandardCharsets;

/** The parser of a JSON string. An instance is reused for all strings. */
final class JsonText {

  private static final int UNICODE_DIGITS = 4;

  /** Longest text that {@link #packed} packs: a word less the byte for the length. */
  private static final int PACKED = Swar.BYTES - 1;

  private int start;
  private int end;
  private boolean escaped;

  /** Makes the string empty. */
  void clear() {
    start = 0;
    end = 0;
  }

  boolean isEmpty() {
    return start == end;
  }

  /** Index of the first byte. */
  int start() {
    return start;
  }

  /** Index after the last byte. */
  int end() {
    return end;
  }

  /** Whether the string is ASCII and has no escape. */
  boolean isPlain(byte[] bytes) {
    long all = 0;
    for (int at = start; at < end; at += Swar.BYTES) {
      all |= Swar.lowest(Swar.load(bytes, at), end - at);
    }
    return !escaped && Swar.isAscii(all);
  }

  /** Whether a plain string consists of spaces. It cannot have other white space. */
  boolean isBlank(byte[] bytes) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at == end;
  }

  /**
   * Parses a string.
   *
   * @param from index after the opening quote
   * @return index after the closing quote
   */
  int read(byte[] bytes, int from) {
    start = from;
    escaped = false;
    int at = plainEnd(bytes, from);
    while (byteAt(bytes, at) == '\\') {
      escaped = true;
      at = plainEnd(bytes, escapeEnd(bytes, at + 1));
    }
    requireQuote(bytes, at);
    end = at;
    return at + 1;
  }

  /**
   * Returns the unescaped string.
   *
   * @throws MalformedRecordException if its bytes are not UTF-8
   */
  String value(byte[] bytes) {
    String raw = StrictUtf8.decode(bytes, start, end);
    return escaped ? unescape(raw) : raw;
  }

  /** Packs the string as {@link #packed(String)} does; 0 if it is too long. */
  long packed(byte[] bytes) {
    if (escaped) {
      return packed(value(bytes));
    }
    int length = end - start;
    return length <= PACKED ? packed(Swar.lowest(Swar.load(bytes, start), length), length) : 0;
  }

  /** Packs a text of up to 7 bytes into a number, for comparison; 0 if it is longer. */
  static long packed(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return utf8.length <= PACKED ? packed(Swar.load(utf8, 0), utf8.length) : 0;
  }

  /** Adds the length, since a text may contain zero bytes. */
  private static long packed(long word, int length) {
    return word | (long) length << Byte.SIZE * PACKED;
  }

  private int plainEnd(byte[] bytes, int from) {
    int at = from;
    long ends = Swar.textEnds(Swar.load(bytes, at));
    while (ends == 0) {
      at += Swar.BYTES;
      ends = Swar.textEnds(Swar.load(bytes, at));
    }
    return at + Swar.first(ends);
  }

  private byte byteAt(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  private void requireQuote(byte[] bytes, int at) {
    if (at >= bytes.length) {
      throw malformed("a string is not closed", bytes, at);
    }
    if (bytes[at] != '"') {
      throw malformed("a string contains a control character", bytes, at);
    }
  }

  /** Returns the index after an escape, given the index of its letter. */
  private int escapeEnd(byte[] bytes, int at) {
    byte letter = byteAt(bytes, at);
    return switch (letter) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
      case 'u' -> unicodeEnd(bytes, at + 1);
      default -> throw unknownEscape(bytes, at);
    };
  }

  private static MalformedRecordException unknownEscape(byte[] bytes, int at) {
    return at >= bytes.length
        ? malformed("a string is not closed", bytes, at)
        : malformed("an escape is unknown: escape=" + JsonCursor.printable(bytes[at]), bytes, at);
  }

  private int unicodeEnd(byte[] bytes, int at) {
    for (int i = at; i < at + UNICODE_DIGITS; i++) {
      if (Character.digit(byteAt(bytes, i), 16) < 0) {
        throw malformed("\\u needs four hexadecimal digits", bytes, at);
      }
    }
    return at + UNICODE_DIGITS;
  }

  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    for (int escape = raw.indexOf('\\'); escape >= 0; escape = raw.indexOf('\\', at)) {
      text.append(raw, at, escape);
      at = unescape(raw, escape + 1, text);
    }
    return text.append(raw, at, raw.length()).toString();
  }

  /** Unescapes the escape whose letter is at {@code i}; returns the index after it. */
  private static int unescape(String raw, int i, StringBuilder text) {
    char letter = raw.charAt(i);
    if (letter == 'u') {
      int end = i + 1 + UNICODE_DIGITS;
      text.append((char) Integer.parseInt(raw, i + 1, end, 16));
      return end;
    }
    text.append(
        switch (letter) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> letter;
        });
    return i + 1;
  }

  private static MalformedRecordException malformed(String rule, byte[] bytes, int at) {
    return MalformedRecordException.at(rule, Math.min(at, bytes.length), bytes.length);
  }
}
