package dev.weir.evaluation.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown that reads as plain text. */
public final class MarkdownTable {

  private final int columns;
  private final StringBuilder text = new StringBuilder(1024);

  /**
   * @param columns headings; one that ends in {@code :} is of numbers, at the right
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
   * @throws IllegalArgumentException where it has another number of cells than there are headings
   */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row needs a cell a column: expected=" + columns + ", found=" + cells.length);
    }
    line(List.of(cells));
    return this;
  }

  private void line(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** A number with so many decimals, {@code -} where there is none. */
  public static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
  }

  /** Heading, rule and rows, each line ended. */
  @Override
  public String toString() {
    return text.toString();
  }
}
