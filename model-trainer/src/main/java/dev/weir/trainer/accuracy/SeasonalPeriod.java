// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The season of a series, found by its autocorrelation: the lag of the highest peak behind the
 * first trough.
 */
final class SeasonalPeriod {

  private static final int LONGEST = 2100;
  private static final int POINTS = 8192;

  /** A peak lower than this is no season. */
  private static final double FAINTEST = 0.2;

  private SeasonalPeriod() {}

  /**
   * @param values history in order
   * @param to how many of them may be looked at
   * @return lag in points; 0 where there is no season
   */
  static int find(double[] values, int to) {
    int from = Math.max(0, to - POINTS);
    double[] levelled = levelled(values, from, to);
    double[] correlation = autocovariance(levelled, Math.min(LONGEST, levelled.length / 3));
    return highestPeak(correlation);
  }

  /** The values without their straight trend; NaN where there are fewer than two. */
  private static double[] levelled(double[] values, int from, int to) {
    SimpleRegression trend = new SimpleRegression();
    for (int t = from; t < to; t++) {
      trend.addData(t, values[t]);
    }
    return IntStream.range(from, to).mapToDouble(t -> values[t] - trend.predict(t)).toArray();
  }

  /** Unbiased: the sum of each lag is divided by its number of products. */
  private static double[] autocovariance(double[] x, int longest) {
    double[] products = LaggedProducts.of(x, longest);
    for (int lag = 0; lag <= longest; lag++) {
      products[lag] /= Math.max(1, x.length - lag);
    }
    return products;
  }

  private static int highestPeak(double[] correlation) {
    int lag = 1;
    while (lag + 1 < correlation.length && correlation[lag] > 0) {
      lag++;
    }
    int peak = 0;
    for (; lag + 1 < correlation.length; lag++) {
      boolean isPeak =
          correlation[lag] >= correlation[lag - 1] && correlation[lag] >= correlation[lag + 1];
      boolean isHigher = peak == 0 || correlation[lag] > correlation[peak];
      peak = isPeak && isHigher && lag > 1 ? lag : peak;
    }
    return peak > 0 && correlation[peak] > FAINTEST * correlation[0] ? peak : 0;
  }
}
