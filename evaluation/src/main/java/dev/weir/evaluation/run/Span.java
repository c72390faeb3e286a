// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive rows of one series.
 *
 * @param first index of the first row
 * @param last index of the last row, inclusive
 */
public record Span(int first, int last) {

  /** Number of rows. */
  public int rows() {
    return last - first + 1;
  }

  /** Whether this span and another share a row. */
  public boolean overlaps(Span other) {
    return first <= other.last && other.first <= last;
  }

  /** The spans of consecutive labelled rows, in order. */
  public static List<Span> of(boolean[] labels) {
    List<Span> spans = new ArrayList<>();
    int first = -1;
    for (int row = 0; row <= labels.length; row++) {
      boolean inside = row < labels.length && labels[row];
      if (inside && first < 0) {
        first = row;
      } else if (!inside && first >= 0) {
        spans.add(new Span(first, row - 1));
        first = -1;
      }
    }
    return List.copyOf(spans);
  }

  /**
   * Merges each span with the one before it if they are close.
   *
   * @param spans in the order of their first rows
   * @param distance largest difference, in rows, between the last row of a span and the first row
   *     of the next at which both are merged
   */
  public static List<Span> merged(List<Span> spans, int distance) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int previous = merged.size() - 1;
      if (previous >= 0 && span.first - merged.get(previous).last <= distance) {
        merged.set(previous, new Span(merged.get(previous).first, span.last));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
