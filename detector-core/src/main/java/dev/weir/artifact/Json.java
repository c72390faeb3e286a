package dev.weir.artifact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON to and from maps, lists, strings, numbers and booleans. The core depends on the JDK alone,
 * and the JDK has no JSON; an artifact is small, so that this is the plainest thing that is strict.
 */
final class Json {

  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException where the text is not JSON, with the position
   */
  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipWhitespace();
    if (json.at < text.length()) {
      throw json.malformed("nothing may follow the value");
    }
    return value;
  }

  private Object value() {
    char first = peek();
    if (first == '{') {
      return object();
    }
    if (first == '[') {
      return array();
    }
    return first == '"' ? string() : scalar();
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    open('{');
    if (!closes('}')) {
      do {
        peek();
        String name = string();
        expect(':');
        members.put(name, value());
      } while (more('}'));
    }
    depth--;
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    open('[');
    if (!closes(']')) {
      do {
        elements.add(value());
      } while (more(']'));
    }
    depth--;
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (next() != '"') {
      value.append(text.charAt(at) == '\\' ? escape() : text.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }

  private char escape() {
    at++;
    char letter = next();
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      case '"', '\\', '/' -> letter;
      default -> throw malformed("unknown escape");
    };
  }

  private char unicode() {
    if (at + 4 >= text.length()) {
      throw malformed("the text ends too early");
    }
    at += 4;
    return (char) Integer.parseInt(text, at - 3, at + 1, 16);
  }

  private Object scalar() {
    int start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    try {
      return Double.valueOf(word);
    } catch (NumberFormatException e) {
      throw malformed("a value was expected, found=" + word);
    }
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
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(bracket);
    return false;
  }

  private void expect(char symbol) {
    if (peek() != symbol) {
      throw malformed("'" + symbol + "' was expected, found='" + text.charAt(at) + "'");
    }
    at++;
  }

  private char peek() {
    skipWhitespace();
    return next();
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed("the text ends too early");
    }
    return text.charAt(at);
  }

  private void skipWhitespace() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException malformed(String rule) {
    return new IllegalArgumentException("malformed JSON at character " + at + ": " + rule);
  }

  /** The value as JSON: members on lines of their own, arrays of scalars on one. */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, "\n", out);
    return out.toString();
  }

  private static void write(Object value, String indent, StringBuilder out) {
    if (value instanceof Map<?, ?> members) {
      writeObject(members, indent, out);
    } else if (value instanceof Collection<?> elements) {
      writeArray(elements, indent, out);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      writeString(value.toString(), out);
    }
  }

  private static void writeObject(Map<?, ?> members, String indent, StringBuilder out) {
    String deeper = indent + "  ";
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator).append(deeper);
      writeString(String.valueOf(member.getKey()), out);
      out.append(": ");
      write(member.getValue(), deeper, out);
      separator = ",";
    }
    out.append(members.isEmpty() ? "{" : indent).append('}');
  }

  private static void writeArray(Collection<?> elements, String indent, StringBuilder out) {
    String separator = "";
    out.append('[');
    for (Object element : elements) {
      out.append(separator);
      write(element, indent, out);
      separator = ", ";
    }
    out.append(']');
  }

  private static void writeString(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char symbol = value.charAt(i);
      if (symbol == '"' || symbol == '\\') {
        out.append('\\').append(symbol);
      } else if (symbol < ' ') {
        out.append(String.format("\\u%04x", (int) symbol));
      } else {
        out.append(symbol);
      }
    }
    out.append('"');
  }
}
