// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

import java.util.Arrays;

/**
 * Thresholds of a score and the rows that reach them.
 *
 * <p>The thresholds are the values of the score at {@value #COUNT} evenly spaced ranks, from the
 * highest to the lowest. A row is predicted at a level if its score reaches the threshold of that
 * level.
 */
final class ScoreLevels {

  static final int COUNT = 250;

  private final int[] levels;
  private final long[] predicted = new long[COUNT];

  /**
   * @param scores finite, {@code [row]}
   */
  ScoreLevels(double[] scores) {
    double[] thresholds = thresholds(scores);
    levels = new int[scores.length];
    for (int row = 0; row < scores.length; row++) {
      levels[row] = firstAtOrBelow(thresholds, scores[row]);
      predicted[levels[row]]++;
    }
    for (int level = 1; level < COUNT; level++) {
      predicted[level] += predicted[level - 1];
    }
  }

  private static double[] thresholds(double[] scores) {
    double[] ascending = scores.clone();
    Arrays.sort(ascending);
    int last = ascending.length - 1;
    double step = last / (COUNT - 1.0);
    double[] thresholds = new double[COUNT];
    for (int level = 0; level < COUNT; level++) {
      int rank = level == COUNT - 1 ? last : (int) (level * step);
      thresholds[level] = ascending[last - rank];
    }
    return thresholds;
  }

  private static int firstAtOrBelow(double[] descending, double score) {
    int low = 0;
    int high = COUNT - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (descending[middle] <= score) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first level at which a row is predicted. */
  int level(int row) {
    return levels[row];
  }

  /** Number of rows that are predicted at a level. */
  long predicted(int level) {
    return predicted[level];
  }
}
