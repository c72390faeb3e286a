// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

import dev.weir.trainer.accuracy.LaggedProducts;
import java.util.Arrays;

/**
 * Longest buffer of a series, {@code L}: its period, taken as the highest local maximum of the
 * autocorrelation of its first {@value #POINTS} points.
 */
public final class SlidingWindow {

  /** The window of a series without a period. */
  public static final int WITHOUT_PERIOD = 125;

  private static final int POINTS = 20_000;
  private static final int LONGEST_LAG = 400;

  /** Maxima are searched at lags above this one. */
  private static final int BASE = 3;

  /** Smallest and largest distance of a period from {@link #BASE}, in points. */
  private static final int NEAREST = 3;

  private static final int FARTHEST = 300;

  private SlidingWindow() {}

  /**
   * Finds the longest buffer of a series.
   *
   * @param values all values of the series
   * @return number of points, 6 to 303
   */
  public static int of(double[] values) {
    double[] correlation = autocorrelation(Arrays.copyOf(values, Math.min(POINTS, values.length)));
    int peak = 0;
    for (int lag = BASE + 1; lag + 1 < correlation.length; lag++) {
      boolean isPeak =
          correlation[lag] > correlation[lag - 1] && correlation[lag] > correlation[lag + 1];
      peak = isPeak && (peak == 0 || correlation[lag] > correlation[peak]) ? lag : peak;
    }
    boolean isPeriod = peak >= BASE + NEAREST && peak <= BASE + FARTHEST;
    return isPeriod ? peak : WITHOUT_PERIOD;
  }

  /** The biased estimator: the sum at each lag is divided by the sum at lag 0. */
  private static double[] autocorrelation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
    double[] products = LaggedProducts.of(centred, Math.min(LONGEST_LAG, values.length - 1));
    return Arrays.stream(products).map(product -> product / products[0]).toArray();
  }
}
