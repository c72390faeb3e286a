package dev.weir.benchmarks;

import java.util.Arrays;

/**
 * What several runs gave.
 *
 * @param median of the runs
 * @param smallest of the runs
 * @param largest of the runs
 */
public record Spread(double median, double smallest, double largest) {

  /**
   * The spread of these.
   *
   * @param values at least one
   */
  public static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
