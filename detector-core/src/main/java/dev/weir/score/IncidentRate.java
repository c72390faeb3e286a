package dev.weir.score;

/** Surprise to incidents per point: interpolated among measured levels, exponential above them. */
public final class IncidentRate {

  private final double[] log10Rates;
  private final int tailBin;
  private final double slope;
  private final int binsPerDecade;

  /**
   * @param log10Rates measured rate at the lower edge of each bin
   * @param tailBin bin from which on the rate is extrapolated
   * @param slope decades of rate lost a bin there
   */
  IncidentRate(double[] log10Rates, int tailBin, double slope, int binsPerDecade) {
    this.log10Rates = log10Rates;
    this.tailBin = tailBin;
    this.slope = slope;
    this.binsPerDecade = binsPerDecade;
  }

  /** A surprise of d decades comes up once in 10^d points. */
  static IncidentRate atItsWord() {
    return new IncidentRate(new double[] {0}, 0, 1, 1);
  }

  /**
   * Incidents per point, as a decimal logarithm.
   *
   * @param surprise decades, 0 or more
   * @return 0 or less, strictly falling in the tail
   */
  public double log10(double surprise) {
    double position = surprise * binsPerDecade;
    if (position >= tailBin) {
      return log10Rates[tailBin] - slope * (position - tailBin);
    }
    int bin = (int) position;
    double within = position - bin;
    return (1 - within) * log10Rates[bin] + within * log10Rates[bin + 1];
  }
}
