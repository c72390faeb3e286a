// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * A pull parser of JSON in UTF-8 (RFC 8259). Skipped values are validated too. The nesting depth is
 * limited, so that no input exhausts the stack.
 */
final class JsonCursor {

  private static final int MAX_DEPTH = 64;

  private final JsonText text = new JsonText();
  private final JsonNumber number = new JsonNumber();
  private int at;
  private int depth;
  private boolean opened;

  /** Starts a text. */
  void start() {
    at = 0;
    depth = 0;
  }

  /** Index of the next byte. */
  int at() {
    return at;
  }

  /** Continues at an index within the top-level object; the bytes before it are known. */
  void moveTo(int index) {
    at = index;
    depth = 1;
    opened = false;
  }

  /** Enters an object. {@link #nextMember} then moves to its first member. */
  void openObject(byte[] bytes) {
    open(bytes, '{');
  }

  /** Moves to the value of the next member; returns false after the last member. */
  boolean nextMember(byte[] bytes) {
    boolean more = next(bytes, '}');
    if (more) {
      name(bytes);
    }
    return more;
  }

  /** The packed name of the member ({@link JsonText#packed}); valid until a string is read. */
  long packedName(byte[] bytes) {
    return text.packed(bytes);
  }

  /** Enters an array. {@link #nextElement} then moves to its first element. */
  void openArray(byte[] bytes) {
    open(bytes, '[');
  }

  /** Moves to the next element; returns false after the last element. */
  boolean nextElement(byte[] bytes) {
    return next(bytes, ']');
  }

  boolean atString(byte[] bytes) {
    return peek(bytes) == '"';
  }

  /** Reads a string. */
  void string(byte[] bytes, JsonText string) {
    expect(bytes, '"');
    at = string.read(bytes, at);
  }

  /** Reads a number, rounded correctly like {@link Double#parseDouble}. */
  double number(byte[] bytes) {
    readNumber(bytes);
    return number.value(bytes);
  }

  /** Reads an integer. */
  long time(byte[] bytes) {
    readNumber(bytes);
    return number.time(bytes);
  }

  void skipValue(byte[] bytes) {
    switch (peek(bytes)) {
      case '"' -> at = text.read(bytes, at + 1);
      case '{' -> skipObject(bytes);
      case '[' -> skipArray(bytes);
      case 't' -> skipLiteral(bytes, "true");
      case 'f' -> skipLiteral(bytes, "false");
      case 'n' -> skipLiteral(bytes, "null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber(bytes);
      default -> throw unexpected(bytes, "a JSON value", bytes[at]);
    }
  }

  /** Requires that only white space follows. */
  void end(byte[] bytes) {
    skipWhitespace(bytes);
    if (at < bytes.length) {
      throw malformed(bytes, "text follows the JSON object: found=" + printable(bytes[at]));
    }
  }

  private void skipObject(byte[] bytes) {
    openObject(bytes);
    while (nextMember(bytes)) {
      skipValue(bytes);
    }
  }

  private void skipArray(byte[] bytes) {
    openArray(bytes);
    while (nextElement(bytes)) {
      skipValue(bytes);
    }
  }

  private void skipLiteral(byte[] bytes, String literal) {
    int start = at;
    for (int i = 0; i < literal.length(); i++, at++) {
      if (at >= bytes.length || bytes[at] != literal.charAt(i)) {
        throw unexpected(bytes, "a JSON value", bytes[start]);
      }
    }
  }

  private void readNumber(byte[] bytes) {
    byte first = peek(bytes);
    if (first != '-' && (first < '0' || first > '9')) {
      throw unexpected(bytes, "a number", first);
    }
    at = number.read(bytes, at);
  }

  private void name(byte[] bytes) {
    byte quote = peek(bytes);
    if (quote != '"') {
      throw unexpected(bytes, "a field's name", quote);
    }
    at = text.read(bytes, at + 1);
    expect(bytes, ':');
    skipWhitespace(bytes);
  }

  private void open(byte[] bytes, char bracket) {
    expect(bytes, bracket);
    opened = true;
    if (++depth > MAX_DEPTH) {
      throw malformed(bytes, "nesting must not exceed " + MAX_DEPTH);
    }
  }

  private boolean next(byte[] bytes, char bracket) {
    boolean first = opened;
    opened = false;
    byte next = peek(bytes);
    if (next == bracket) {
      depth--;
      at++;
      return false;
    }
    if (!first) {
      requireComma(bytes, next, bracket);
      at++;
    }
    return true;
  }

  private void requireComma(byte[] bytes, byte next, char bracket) {
    if (next != ',') {
      throw unexpected(bytes, "',' or '" + bracket + "'", next);
    }
  }

  private void expect(byte[] bytes, char symbol) {
    byte next = peek(bytes);
    if (next != symbol) {
      throw unexpected(bytes, "'" + symbol + "'", next);
    }
    at++;
  }

  private byte peek(byte[] bytes) {
    if (at < bytes.length && bytes[at] > ' ') {
      return bytes[at];
    }
    skipWhitespace(bytes);
    if (at >= bytes.length) {
      throw malformed(bytes, "the text ends too early");
    }
    return bytes[at];
  }

  private void skipWhitespace(byte[] bytes) {
    while (at < bytes.length && isWhitespace(bytes[at])) {
      at++;
    }
  }

  private static boolean isWhitespace(byte symbol) {
    return symbol == ' ' || symbol == '\n' || symbol == '\r' || symbol == '\t';
  }

  private MalformedRecordException unexpected(byte[] bytes, String expected, byte found) {
    return malformed(bytes, expected + " was expected: found=" + printable(found));
  }

  private MalformedRecordException malformed(byte[] bytes, String rule) {
    return MalformedRecordException.at(rule, at, bytes.length);
  }

  /** Returns a byte as text for a message. */
  static String printable(byte symbol) {
    return symbol > ' ' && symbol < 127
        ? "'" + (char) symbol + "'"
        : String.format("0x%02x", symbol);
  }
}
