package dev.weir.trainer.accuracy;

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
    double[] correlation = correlation(levelled, Math.min(LONGEST, levelled.length / 3));
    return highestPeak(correlation);
  }

  /** The values without their mean and straight trend. */
  private static double[] levelled(double[] values, int from, int to) {
    int n = to - from;
    double mean = 0;
    for (int t = from; t < to; t++) {
      mean += values[t] / n;
    }
    double centre = (n - 1) / 2.0;
    double covariance = 0;
    for (int t = 0; t < n; t++) {
      covariance += (t - centre) * (values[from + t] - mean);
    }
    double slope = n < 2 ? 0 : covariance * 12 / ((double) n * ((double) n * n - 1));
    double[] levelled = new double[n];
    for (int t = 0; t < n; t++) {
      levelled[t] = values[from + t] - mean - slope * (t - centre);
    }
    return levelled;
  }

  private static double[] correlation(double[] x, int longest) {
    double[] correlation = new double[longest + 1];
    for (int lag = 0; lag <= longest; lag++) {
      double sum = 0;
      for (int t = lag; t < x.length; t++) {
        sum += x[t] * x[t - lag];
      }
      correlation[lag] = sum / Math.max(1, x.length - lag);
    }
    return correlation;
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
