package dev.weir.event;

import java.nio.charset.StandardCharsets;

/** A string in a JSON text: where it ends and what it says. One object serves one after another. */
final class JsonText {

  private static final int UNICODE_DIGITS = 4;

  /** Bytes of a word, all but one. */
  private static final int PACKED = Swar.BYTES - 1;

  private int start;
  private int end;
  private boolean escaped;

  /** Makes it empty. */
  void clear() {
    start = 0;
    end = 0;
  }

  boolean isEmpty() {
    return start == end;
  }

  /** Index of its first byte. */
  int start() {
    return start;
  }

  /** Index behind its last byte. */
  int end() {
    return end;
  }

  /** Whether it is ASCII without an escape, a character each byte. */
  boolean isPlain(byte[] bytes) {
    long all = 0;
    for (int at = start; at < end; at += Swar.BYTES) {
      all |= Swar.lowest(Swar.load(bytes, at), end - at);
    }
    return !escaped && Swar.isAscii(all);
  }

  /** Whether it is spaces alone; of a plain one, which holds no other white space. */
  boolean isBlank(byte[] bytes) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at == end;
  }

  /**
   * Reads the string that starts behind the quote.
   *
   * @return index behind the closing quote
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
   * What it says, escapes resolved; bytes that are no UTF-8 are replaced as {@link String} does.
   */
  String value(byte[] bytes) {
    String raw = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return escaped ? unescape(raw) : raw;
  }

  /** As {@link #packed(String)} gives it; 0 where it is longer than that takes. */
  long packed(byte[] bytes) {
    if (escaped) {
      return packed(value(bytes));
    }
    int length = end - start;
    return length <= PACKED ? packed(Swar.lowest(Swar.load(bytes, start), length), length) : 0;
  }

  /** A text of up to 7 bytes as one number, to compare in one step; longer ones are 0. */
  static long packed(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return utf8.length <= PACKED ? packed(Swar.load(utf8, 0), utf8.length) : 0;
  }

  /** With the length, since a text may hold zeros. */
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
      throw malformed("a string holds a control character", bytes, at);
    }
  }

  /** Where the escape ends whose letter stands here. */
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

  /** Resolves the escape whose letter stands at {@code i}; returns where it ends. */
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
