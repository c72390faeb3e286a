// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.evaluation.run.Span;

/**
 * Unweighted value of a detection at each row of one file (section II.C).
 *
 * <p>Inside a window it is a scaled sigmoid of the position: 1 at the first row, close to 0 at the
 * last. Outside it falls from 0 to -1 with the distance from the previous window, measured in
 * widths of that window; it is -1 before the first window.
 */
final class RowValues {

  static final int NO_WINDOW = -1;

  private static final double STEEPNESS = 5;
  private static final double FAR = 3;

  final NabFile file;

  /** Value of a detection, {@code [row]}. */
  final double[] values;

  /** Index of the window of the row within the file, or {@link #NO_WINDOW}, {@code [row]}. */
  final int[] window;

  RowValues(NabFile file) {
    this.file = file;
    int rows = file.times().size();
    values = new double[rows];
    window = new int[rows];
    int row = 0;
    for (int index = 0; index < file.windows().size(); index++) {
      Span next = file.windows().get(index);
      row = outside(row, next.first(), index - 1);
      row = inside(row, next, index);
    }
    outside(row, rows, file.windows().size() - 1);
  }

  private int outside(int from, int to, int previous) {
    for (int row = from; row < to; row++) {
      window[row] = NO_WINDOW;
      values[row] = previous < 0 ? -1 : after(file.windows().get(previous), row);
    }
    return to;
  }

  private static double after(Span previous, int row) {
    return sigmoid((row - previous.last()) / (previous.rows() - 1.0));
  }

  private int inside(int from, Span current, int index) {
    for (int row = from; row <= current.last(); row++) {
      window[row] = index;
      values[row] = sigmoid(-(current.last() - row + 1.0) / current.rows()) / sigmoid(-1);
    }
    return current.last() + 1;
  }

  private static double sigmoid(double position) {
    return position > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
  }
}
