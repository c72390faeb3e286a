// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/** Unscaled autocovariance: sums of lagged products of a series. */
public final class LaggedProducts {

  private LaggedProducts() {}

  /**
   * Returns the sums of all lags.
   *
   * @param centred series minus its mean
   * @param longest largest lag, 0 or more
   * @return sum of {@code x[t] x[t - lag]} for each lag, {@code [longest + 1]}
   */
  public static double[] of(double[] centred, int longest) {
    double[] sums = new double[longest + 1];
    for (int lag = 0; lag <= longest; lag++) {
      double sum = 0;
      for (int t = lag; t < centred.length; t++) {
        sum += centred[t] * centred[t - lag];
      }
      sums[lag] = sum;
    }
    return sums;
  }
}
