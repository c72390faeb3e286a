// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Season of a series: the lag of the highest peak of the autocorrelation after its first zero
 * crossing.
 */
final class SeasonalPeriod {

  private static final int MAX_LAG = 2100;
  private static final int MAX_POINTS = 8192;

  /** Minimum autocorrelation of a season. */
  private static final double MIN_CORRELATION = 0.2;

  private SeasonalPeriod() {}

  /**
   * Finds the season.
   *
   * @param to number of values to use
   * @return lag in points; 0 if there is no season
   */
  static int find(double[] values, int to) {
    int from = Math.max(0, to - MAX_POINTS);
    double[] detrended = detrended(values, from, to);
    double[] correlation = autocovariance(detrended, Math.min(MAX_LAG, detrended.length / 3));
    return highestPeak(correlation);
  }

  /** Subtracts the linear trend; NaN if there are fewer than two values. */
  private static double[] detrended(double[] values, int from, int to) {
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
    return peak > 0 && correlation[peak] > MIN_CORRELATION * correlation[0] ? peak : 0;
  }
}
