// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

/**
 * Running maximum of a score: at each row the largest score of the last {@code points} rows.
 *
 * <p>It makes an alert count for the time in which a person would look at it. It is causal: no row
 * depends on a later one.
 */
public final class HeldScore {

  /**
   * Default number of rows: the window that VUS uses for a series without a period. It was fixed in
   * advance and is the same for every series.
   */
  public static final int DEFAULT_POINTS = SlidingWindow.WITHOUT_PERIOD;

  private HeldScore() {}

  /**
   * Computes the running maximum.
   *
   * @param scores {@code [row]}
   * @param points number of rows including the row itself, 1 or more
   * @return {@code [row]}
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
