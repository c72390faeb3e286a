package dev.weir.evaluation.figure;

import java.util.List;

/**
 * One figure of a page, for the list of all.
 *
 * @param what what was measured
 * @param value the figure as it is to be read
 * @param standardError its standard error; {@code -} where it has none
 */
public record Figure(String what, String value, String standardError) {

  /** A figure with its standard error, both with so many decimals. */
  public static Figure of(String what, Bootstrap.Estimate estimate, int decimals) {
    return new Figure(
        what,
        MarkdownTable.number(estimate.value(), decimals),
        MarkdownTable.number(estimate.standardError(), decimals));
  }

  /** Several figures in one: {@code a / b / c}. */
  public static Figure joined(String what, List<Figure> parts) {
    return new Figure(
        what,
        String.join(" / ", parts.stream().map(Figure::value).toList()),
        String.join(" / ", parts.stream().map(Figure::standardError).toList()));
  }
}
