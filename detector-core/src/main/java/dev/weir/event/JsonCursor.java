package dev.weir.event;

/**
 * Walks over the UTF-8 bytes of one JSON text after another (RFC 8259). Strict, also in what it
 * skips; nesting is bounded, so that no input exhausts the stack.
 */
final class JsonCursor {

  private static final int MAX_DEPTH = 64;

  private final JsonText text = new JsonText();
  private final JsonNumber number = new JsonNumber();
  private int at;
  private int depth;
  private boolean opened;

  /** Starts with another text. */
  void start() {
    at = 0;
    depth = 0;
  }

  /** Index of the byte to be read next. */
  int at() {
    return at;
  }

  /** Goes on in the record's object at this index, up to which all was read in another record. */
  void moveTo(int index) {
    at = index;
    depth = 1;
    opened = false;
  }

  /** Enters the object here: before each member stands {@link #nextMember}. */
  void openObject(byte[] bytes) {
    open(bytes, '{');
  }

  /** Moves to the value of the object's next member; false behind the last. */
  boolean nextMember(byte[] bytes) {
    boolean more = next(bytes, '}');
    if (more) {
      name(bytes);
    }
    return more;
  }

  /** The member's name, as {@link JsonText#packed}; valid until a string is read. */
  long packedName(byte[] bytes) {
    return text.packed(bytes);
  }

  /** Enters the array here: before each element stands {@link #nextElement}. */
  void openArray(byte[] bytes) {
    open(bytes, '[');
  }

  /** Moves to the array's next element; false behind the last. */
  boolean nextElement(byte[] bytes) {
    return next(bytes, ']');
  }

  boolean atString(byte[] bytes) {
    return peek(bytes) == '"';
  }

  /** Reads the string here. */
  void string(byte[] bytes, JsonText string) {
    expect(bytes, '"');
    at = string.read(bytes, at);
  }

  /** The number here; exact to the last bit, like {@link Double#parseDouble}. */
  double number(byte[] bytes) {
    readNumber(bytes);
    return number.value(bytes);
  }

  /** The number here, whole. */
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

  /** Nothing but white space may follow. */
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
      throw malformed(bytes, "nesting must not pass " + MAX_DEPTH);
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

  /** How a byte is told of in a reason. */
  static String printable(byte symbol) {
    return symbol > ' ' && symbol < 127
        ? "'" + (char) symbol + "'"
        : String.format("0x%02x", symbol);
  }
}
