// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/** Sums of the products of a series with itself at a lag: autocovariance before any scaling. */
public final class LaggedProducts {

  private LaggedProducts() {}

  /**
   * @param centred the series without its mean
   * @param longest largest lag, 0 or more
   * @return the sum of {@code x[t] x[t - lag]} of each lag, {@code [longest + 1]}
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
