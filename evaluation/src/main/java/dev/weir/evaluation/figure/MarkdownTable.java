// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builder of a Markdown table that is readable as plain text. */
public final class MarkdownTable {

  private final int columns;
  private final StringBuilder text = new StringBuilder(1024);

  /**
   * @param columns headings; a heading that ends in {@code :} marks a right-aligned column of
   *     numbers
   */
  public MarkdownTable(String... columns) {
    this.columns = columns.length;
    List<String> rules = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      boolean numbers = column.endsWith(":");
      rules.add(numbers ? "---:" : "---");
      names.add(numbers ? column.substring(0, column.length() - 1) : column);
    }
    line(names);
    text.append('|').append(String.join("|", rules)).append("|\n");
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if the number of cells differs from the number of headings
   */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row must have one cell per column: expected=" + columns + ", found=" + cells.length);
    }
    line(List.of(cells));
    return this;
  }

  private void line(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Formats a number with the given number of decimals; {@code -} if it is not finite. */
  public static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
  }

  /** The heading, the rule and the rows; every line ends with a line feed. */
  @Override
  public String toString() {
    return text.toString();
  }
}
