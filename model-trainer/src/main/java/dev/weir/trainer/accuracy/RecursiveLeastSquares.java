// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/**
 * AR(8) forecaster with a constant, updated at each point by recursive least squares with
 * exponential forgetting (Haykin 2002, chapter 9).
 *
 * <p>Values are scaled by a fixed level and unit. The initial forecast is the last value. On a
 * constant input, forgetting would let the inverse covariance grow without bound, so it pauses
 * while the trace is above {@value #LARGEST_TRACE}.
 */
final class RecursiveLeastSquares {

  static final int ORDER = 8;

  private static final int TERMS = ORDER + 1;

  /** Forgetting factor: an effective memory of 1,000 points. */
  private static final double FORGETTING = 0.999;

  private static final double FIRST_VARIANCE = 1;
  private static final double LARGEST_TRACE = 1e6;

  private final double level;
  private final double unit;
  private final double[] coefficients = new double[TERMS];
  private final double[][] inverse = new double[TERMS][TERMS];
  private final double[] terms = new double[TERMS];
  private int points;

  /**
   * @param level subtracted from the values
   * @param unit divisor of the values, above 0
   */
  RecursiveLeastSquares(double level, double unit) {
    this.level = level;
    this.unit = unit;
    coefficients[0] = 1;
    terms[ORDER] = 1;
    for (int i = 0; i < TERMS; i++) {
      inverse[i][i] = FIRST_VARIANCE;
    }
  }

  /** Forecasts the next value. */
  double forecast() {
    return level + unit * dot(coefficients, terms);
  }

  /** Adds the next value and updates the coefficients. */
  void observe(double value) {
    double scaled = (value - level) / unit;
    if (points >= ORDER) {
      update(scaled - dot(coefficients, terms));
    }
    System.arraycopy(terms, 0, terms, 1, ORDER - 1);
    terms[0] = scaled;
    points++;
  }

  private void update(double error) {
    double[] direction = new double[TERMS];
    for (int i = 0; i < TERMS; i++) {
      direction[i] = dot(inverse[i], terms);
    }
    double forgetting = trace() < LARGEST_TRACE ? FORGETTING : 1;
    double norm = forgetting + dot(direction, terms);
    for (int i = 0; i < TERMS; i++) {
      coefficients[i] += direction[i] / norm * error;
      for (int j = 0; j < TERMS; j++) {
        inverse[i][j] = (inverse[i][j] - direction[i] * direction[j] / norm) / forgetting;
      }
    }
  }

  private double trace() {
    double trace = 0;
    for (int i = 0; i < TERMS; i++) {
      trace += inverse[i][i];
    }
    return trace;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
