package dev.weir.score;

import java.util.Arrays;

/**
 * What is known of errors before a series has shown any of its own: the distribution over all
 * series of the calibration span.
 *
 * @param errorBins mass of each bin of {@link ErrorHistogram}, sums to 1, each above zero
 * @param points points it was measured on; 0 where it was assumed
 */
public record Calibration(float[] errorBins, long points) {

  private static final double SUM_TOLERANCE = 1e-3;

  /**
   * @throws IllegalArgumentException where the bins are not a distribution
   */
  public Calibration {
    double sum = 0;
    for (float bin : errorBins) {
      sum += bin > 0 ? bin : Double.NaN;
    }
    if (errorBins.length != ErrorHistogram.BINS || !(Math.abs(sum - 1) < SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "calibration needs "
              + ErrorHistogram.BINS
              + " positive bins that sum to 1: bins="
              + errorBins.length
              + ", sum="
              + sum);
    }
  }

  /**
   * Assumed where nothing was measured: errors spread log-normally, a factor of two, around 0.8
   * scales.
   */
  public static Calibration assumed() {
    double[] counts = new double[ErrorHistogram.BINS];
    double centre = ErrorHistogram.position(0.8);
    for (int i = 0; i < counts.length; i++) {
      double deviation = (i + 0.5 - centre) / 4;
      counts[i] = Math.exp(-0.5 * deviation * deviation);
    }
    return of(counts, 0);
  }

  /**
   * From counts, smoothed so that no bin is empty: each bin holds at least what a power tail leaves
   * it.
   *
   * @param counts points a bin, {@code [64]}
   * @param points points counted in all
   */
  public static Calibration of(double[] counts, long points) {
    double total = Arrays.stream(counts).sum();
    double floor = Math.max(total, 1) * 1e-7;
    double[] mass = Arrays.stream(counts).map(count -> count + floor).toArray();
    double sum = Arrays.stream(mass).sum();
    float[] bins = new float[mass.length];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = (float) (mass[i] / sum);
    }
    return new Calibration(bins, points);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calibration calibration
        && points == calibration.points
        && Arrays.equals(errorBins, calibration.errorBins);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(points) + Arrays.hashCode(errorBins);
  }

  @Override
  public String toString() {
    return "Calibration[points=" + points + "]";
  }
}
