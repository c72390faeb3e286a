// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

/**
 * Escapes the control characters of text that other programs wrote. A terminal would execute them:
 * clear the screen, change its title, or reorder the characters of a line.
 */
public final class TerminalText {

  private TerminalText() {}

  /**
   * Returns the text with control and format characters (Unicode Cc and Cf) as in JSON: a
   * backslash, {@code u} and four hexadecimal digits.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(symbol -> append(escaped, (char) symbol));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char symbol) {
    if (Character.isISOControl(symbol) || Character.getType(symbol) == Character.FORMAT) {
      escaped.append(String.format("\\u%04x", (int) symbol));
    } else {
      escaped.append(symbol);
    }
  }
}
