// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.figure;

import java.util.List;

/**
 * A figure of an evidence page, formatted for the list of all figures.
 *
 * @param what what was measured
 * @param value the formatted value
 * @param standardError the formatted standard error; {@code -} if there is none
 */
public record Figure(String what, String value, String standardError) {

  /**
   * Formats an estimate and its standard error.
   *
   * @param decimals number of decimals of both
   */
  public static Figure of(String what, Bootstrap.Estimate estimate, int decimals) {
    return new Figure(
        what,
        MarkdownTable.number(estimate.value(), decimals),
        MarkdownTable.number(estimate.standardError(), decimals));
  }

  /** Joins several figures into one: {@code a / b / c}. */
  public static Figure joined(String what, List<Figure> parts) {
    return new Figure(
        what,
        String.join(" / ", parts.stream().map(Figure::value).toList()),
        String.join(" / ", parts.stream().map(Figure::standardError).toList()));
  }
}
