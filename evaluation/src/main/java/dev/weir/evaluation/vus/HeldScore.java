package dev.weir.evaluation.vus;

/**
 * A score held: at each row the largest of the last {@code points}, so that an alert counts as long
 * as a person would look at it. Causal: no row knows of a later one.
 */
public final class HeldScore {

  /**
   * Rows that a score is held for unless told otherwise: the window that VUS gives a series without
   * a period, fixed beforehand and the same for every series.
   */
  public static final int DEFAULT_POINTS = SlidingWindow.WITHOUT_PERIOD;

  private HeldScore() {}

  /**
   * @param scores one a row
   * @param points rows that count, the row itself among them, 1 or more
   */
  public static double[] of(double[] scores, int points) {
    double[] held = new double[scores.length];
    int largest = 0;
    for (int row = 0; row < scores.length; row++) {
      if (largest <= row - points) {
        largest = largestOf(scores, row - points + 1, row);
      } else if (scores[row] >= scores[largest]) {
        largest = row;
      }
      held[row] = scores[largest];
    }
    return held;
  }

  private static int largestOf(double[] scores, int from, int to) {
    int largest = from;
    for (int row = from + 1; row <= to; row++) {
      largest = scores[row] >= scores[largest] ? row : largest;
    }
    return largest;
  }
}
