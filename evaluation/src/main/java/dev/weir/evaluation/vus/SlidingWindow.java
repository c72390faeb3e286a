package dev.weir.evaluation.vus;

import dev.weir.trainer.accuracy.LaggedProducts;
import java.util.Arrays;

/**
 * The longest buffer of a series, {@code L}: its period, where the autocorrelation of its first
 * {@value #POINTS} points has its highest local maximum.
 */
public final class SlidingWindow {

  /** The window of a series without a period. */
  public static final int WITHOUT_PERIOD = 125;

  private static final int POINTS = 20_000;
  private static final int LONGEST_LAG = 400;

  /** The lag from which maxima are looked for. */
  private static final int BASE = 3;

  /** A maximum may stand this far behind {@link #BASE}, nearer or farther is no period. */
  private static final int NEAREST = 3;

  private static final int FARTHEST = 300;

  private SlidingWindow() {}

  /**
   * @param values the whole series
   * @return points, 6 to 303
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

  /** Biased: the sum of each lag is divided by the sum at lag 0. */
  private static double[] autocorrelation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
    double[] products = LaggedProducts.of(centred, Math.min(LONGEST_LAG, values.length - 1));
    return Arrays.stream(products).map(product -> product / products[0]).toArray();
  }
}
