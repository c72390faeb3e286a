// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

/**
 * The function from surprise to incidents per point: linear interpolation between measured rates,
 * exponential extrapolation in the tail.
 */
public final class IncidentRate {

  private final double[] log10Rates;
  private final int tailBin;
  private final double tailSlope;
  private final int binsPerDecade;

  /**
   * Creates a rate function.
   *
   * @param log10Rates rate at the lower edge of each bin, {@code [bin]}
   * @param tailBin first bin of the tail
   * @param tailSlope decades by which the rate falls per bin of the tail
   */
  IncidentRate(double[] log10Rates, int tailBin, double tailSlope, int binsPerDecade) {
    this.log10Rates = log10Rates;
    this.tailBin = tailBin;
    this.tailSlope = tailSlope;
    this.binsPerDecade = binsPerDecade;
  }

  /** A rate without calibration: a surprise of d decades occurs once in 10^d points. */
  static IncidentRate uncalibrated() {
    return new IncidentRate(new double[] {0}, 0, 1, 1);
  }

  /**
   * Returns the decimal logarithm of incidents per point.
   *
   * @param surprise decades, 0 or more
   * @return 0 or less; strictly decreasing in the tail
   */
  public double log10(double surprise) {
    double position = surprise * binsPerDecade;
    if (position >= tailBin) {
      return log10Rates[tailBin] - tailSlope * (position - tailBin);
    }
    int bin = (int) position;
    double within = position - bin;
    return (1 - within) * log10Rates[bin] + within * log10Rates[bin + 1];
  }
}
