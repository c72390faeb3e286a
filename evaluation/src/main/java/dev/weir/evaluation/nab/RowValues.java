package dev.weir.evaluation.nab;

import dev.weir.evaluation.run.Span;

/**
 * What a detection at each row of one file is worth, before weights (section II.C).
 *
 * <p>In a window: a scaled sigmoid of the position, 1 at its first row, falling towards 0 at its
 * last. Outside: from 0 to -1 with the distance to the window before, in widths of that window; -1
 * where there is none.
 */
final class RowValues {

  static final int NO_WINDOW = -1;

  private static final double STEEPNESS = 5;
  private static final double FAR = 3;

  private final NabFile file;

  /** Worth of a detection, {@code [row]}. */
  final double[] worth;

  /** Index of the row's window within the file, {@code [row]}. */
  final int[] window;

  RowValues(NabFile file) {
    this.file = file;
    int rows = file.times().size();
    worth = new double[rows];
    window = new int[rows];
    int row = 0;
    for (int index = 0; index < file.windows().size(); index++) {
      Span next = file.windows().get(index);
      row = outside(row, next.first(), index - 1);
      row = inside(row, next, index);
    }
    outside(row, rows, file.windows().size() - 1);
  }

  private int outside(int from, int to, int windowBefore) {
    for (int row = from; row < to; row++) {
      window[row] = NO_WINDOW;
      worth[row] = windowBefore < 0 ? -1 : behind(file.windows().get(windowBefore), row);
    }
    return to;
  }

  private static double behind(Span before, int row) {
    return sigmoid((row - before.last()) / (before.rows() - 1.0));
  }

  private int inside(int from, Span current, int index) {
    for (int row = from; row <= current.last(); row++) {
      window[row] = index;
      worth[row] = sigmoid(-(current.last() - row + 1.0) / current.rows()) / sigmoid(-1);
    }
    return current.last() + 1;
  }

  private static double sigmoid(double position) {
    return position > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
  }
}
