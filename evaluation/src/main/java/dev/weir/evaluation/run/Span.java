package dev.weir.evaluation.run;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of rows of one series.
 *
 * @param first its first row
 * @param last its last row
 */
public record Span(int first, int last) {

  /** How many rows it has. */
  public int rows() {
    return last - first + 1;
  }

  /** The runs of labelled rows, in order. */
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
}
