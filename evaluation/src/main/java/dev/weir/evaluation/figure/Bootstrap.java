// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;

/**
 * Standard errors by resampling whole series with replacement: what the figure would vary by if the
 * corpus had been drawn again (Efron &amp; Tibshirani 1993, chapter 6).
 *
 * @param seed of the resampling
 */
public record Bootstrap(long seed) {

  /** What the tables are made with unless told otherwise. */
  public static final Bootstrap DEFAULT = new Bootstrap(1);

  private static final int RESAMPLES = 2000;

  /**
   * A figure with its standard error.
   *
   * @param value the figure over all rows
   * @param standardError its standard deviation over resamples; 0 where there are no rows
   */
  public record Estimate(double value, double standardError) {}

  /** Estimates a figure that is made of one row a series. */
  public <T> Estimate of(List<T> rows, ToDoubleFunction<List<T>> figure) {
    return new Estimate(figure.applyAsDouble(rows), standardError(rows, figure));
  }

  /** Estimates the mean of one number a series; NaN where there are none. */
  public Estimate ofMean(double[] rows) {
    List<Double> boxed = Arrays.stream(rows).boxed().toList();
    return of(boxed, Bootstrap::mean);
  }

  private <T> double standardError(List<T> rows, ToDoubleFunction<List<T>> figure) {
    if (rows.isEmpty()) {
      return 0;
    }
    Random random = new Random(seed);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      List<T> drawn = random.ints(rows.size(), 0, rows.size()).<T>mapToObj(rows::get).toList();
      values[i] = figure.applyAsDouble(drawn);
    }
    return Math.sqrt(StatUtils.populationVariance(values));
  }

  private static double mean(List<Double> rows) {
    return rows.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
