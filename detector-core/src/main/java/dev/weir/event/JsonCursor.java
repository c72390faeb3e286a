package dev.weir.event;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the UTF-8 bytes of one JSON text (RFC 8259). Strict in what an event is made of;
 * nesting is bounded, so that no input exhausts the stack.
 */
final class JsonCursor {

  private static final int MAX_DEPTH = 64;

  /**
   * Powers of ten that a double holds exactly; with a mantissa below 2^53 one operation rounds
   * correctly (Clinger 1990).
   */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long EXACT_MANTISSA = 1L << 53;

  private final byte[] bytes;
  private int at;
  private int depth;
  private int nameStart;
  private int nameEnd;

  JsonCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Walks the object here: {@code member} is called behind each name and must consume the value.
   */
  void object(Runnable member) {
    open('{');
    if (!closes('}')) {
      do {
        name();
        member.run();
      } while (more('}'));
    }
    depth--;
  }

  /** Walks the array here: {@code element} must consume one value. */
  void array(Runnable element) {
    open('[');
    if (!closes(']')) {
      do {
        element.run();
      } while (more(']'));
    }
    depth--;
  }

  /** Whether the member's name just read is this one (ASCII). */
  boolean nameIs(String name) {
    if (nameEnd - nameStart != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[nameStart + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean atString() {
    return peek() == '"';
  }

  /** The string here, with its escapes resolved. */
  String string() {
    expect('"');
    int start = at;
    boolean escaped = skipString();
    String raw = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    return escaped ? unescape(raw) : raw;
  }

  long integer() {
    double number = number();
    long integer = (long) number;
    if (integer != number) {
      throw malformed("time must be whole milliseconds: time=" + number);
    }
    return integer;
  }

  /** The number here; exact to the last bit, like {@link Double#parseDouble}. */
  double number() {
    byte first = peek();
    if (first != '-' && !isDigit(first)) {
      throw malformed("a number was expected: found=" + printable(first));
    }
    int start = at;
    boolean negative = first == '-';
    at += negative ? 1 : 0;
    long mantissa = 0;
    int significant = 0;
    int integerStart = at;
    while (at < bytes.length && isDigit(bytes[at])) {
      mantissa = significant < 18 ? 10 * mantissa + (bytes[at] - '0') : mantissa;
      significant += mantissa == 0 ? 0 : 1;
      at++;
    }
    requireDigits(integerStart);
    if (bytes[integerStart] == '0' && at - integerStart > 1) {
      throw malformed("a number has no leading zero");
    }
    int fraction = 0;
    if (at < bytes.length && bytes[at] == '.') {
      int fractionStart = ++at;
      while (at < bytes.length && isDigit(bytes[at])) {
        mantissa = significant < 18 ? 10 * mantissa + (bytes[at] - '0') : mantissa;
        significant += mantissa == 0 ? 0 : 1;
        at++;
      }
      requireDigits(fractionStart);
      fraction = at - fractionStart;
    }
    boolean exponent = at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E');
    if (exponent) {
      skipExponent();
    }
    boolean exact =
        !exponent
            && significant < 18
            && mantissa < EXACT_MANTISSA
            && fraction < EXACT_POWERS.length;
    if (!exact) {
      return Double.parseDouble(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
    }
    double magnitude = mantissa / EXACT_POWERS[fraction];
    return negative ? -magnitude : magnitude;
  }

  void skipValue() {
    byte first = peek();
    if (first == '"') {
      at++;
      skipString();
    } else if (first == '{') {
      object(this::skipValue);
    } else if (first == '[') {
      array(this::skipValue);
    } else if (first == '-' || isDigit(first)) {
      number();
    } else {
      skipLiteral(first);
    }
  }

  /** Nothing but white space may follow. */
  void end() {
    skipWhitespace();
    if (at < bytes.length) {
      throw malformed("text follows the JSON object: found=" + printable(bytes[at]));
    }
  }

  private void name() {
    if (peek() != '"') {
      throw malformed("a field's name was expected: found=" + printable(peek()));
    }
    nameStart = ++at;
    skipString();
    nameEnd = at - 1;
    expect(':');
  }

  private void open(char bracket) {
    expect(bracket);
    if (++depth > MAX_DEPTH) {
      throw malformed("nesting must not pass " + MAX_DEPTH);
    }
  }

  private boolean closes(char bracket) {
    boolean closed = peek() == bracket;
    at += closed ? 1 : 0;
    return closed;
  }

  private boolean more(char bracket) {
    byte next = peek();
    if (next != ',' && next != bracket) {
      throw malformed("',' or '" + bracket + "' was expected: found=" + printable(next));
    }
    at++;
    return next == ',';
  }

  private void expect(char symbol) {
    byte next = peek();
    if (next != symbol) {
      throw malformed("'" + symbol + "' was expected: found=" + printable(next));
    }
    at++;
  }

  private byte peek() {
    skipWhitespace();
    if (at >= bytes.length) {
      throw malformed("the text ends too early");
    }
    return bytes[at];
  }

  private void skipWhitespace() {
    while (at < bytes.length && isWhitespace(bytes[at])) {
      at++;
    }
  }

  /** Moves past the closing quote; true where the string holds an escape. */
  private boolean skipString() {
    boolean escaped = false;
    while (at < bytes.length && bytes[at] != '"') {
      if (bytes[at] >= 0 && bytes[at] < ' ') {
        throw malformed("a string holds a control character");
      }
      boolean escape = bytes[at] == '\\';
      escaped |= escape;
      at += escape ? 2 : 1;
    }
    if (at >= bytes.length) {
      throw malformed("a string is not closed");
    }
    at++;
    return escaped;
  }

  private void skipExponent() {
    at++;
    if (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-')) {
      at++;
    }
    int start = at;
    while (at < bytes.length && isDigit(bytes[at])) {
      at++;
    }
    requireDigits(start);
  }

  private void requireDigits(int start) {
    if (at == start) {
      throw malformed("a digit was expected");
    }
  }

  private void skipLiteral(byte first) {
    String literal = first == 't' ? "true" : first == 'f' ? "false" : "null";
    for (int i = 0; i < literal.length(); i++) {
      if (at >= bytes.length || bytes[at] != literal.charAt(i)) {
        throw malformed("a JSON value was expected: found=" + printable(first));
      }
      at++;
    }
  }

  private String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char symbol = raw.charAt(i);
      if (symbol != '\\') {
        text.append(symbol);
      } else {
        i = unescape(raw, i + 1, text);
      }
    }
    return text.toString();
  }

  /** Resolves the escape whose letter stands at {@code i}; returns where it ends. */
  private int unescape(String raw, int i, StringBuilder text) {
    char letter = raw.charAt(i);
    switch (letter) {
      case '"', '\\', '/' -> text.append(letter);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        text.append(unicode(raw, i + 1));
        return i + 4;
      }
      default -> throw malformed("an escape is unknown: escape=\\" + letter);
    }
    return i;
  }

  private char unicode(String raw, int start) {
    try {
      return (char) Integer.parseInt(raw, start, start + 4, 16);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw malformed("\\u needs four hexadecimal digits");
    }
  }

  private MalformedRecordException malformed(String rule) {
    return new MalformedRecordException(rule + " at byte " + at + " of " + bytes.length);
  }

  private static boolean isDigit(byte symbol) {
    return symbol >= '0' && symbol <= '9';
  }

  private static boolean isWhitespace(byte symbol) {
    return symbol == ' ' || symbol == '\n' || symbol == '\r' || symbol == '\t';
  }

  private static String printable(byte symbol) {
    return symbol > ' ' && symbol < 127
        ? "'" + (char) symbol + "'"
        : String.format("0x%02x", symbol);
  }
}
