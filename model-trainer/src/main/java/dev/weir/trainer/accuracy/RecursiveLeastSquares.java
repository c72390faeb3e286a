// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/**
 * AR(8) with a constant, fitted anew at every point by recursive least squares with exponential
 * forgetting (Haykin 2002, chapter 9): the strongest of the cheap forecasters.
 *
 * <p>Values are taken as distances from a level in a unit given beforehand. It starts as
 * persistence. Where the input stands still, forgetting would let the inverse covariance grow
 * without bound; it pauses while its trace is above {@value #LARGEST_TRACE}.
 */
final class RecursiveLeastSquares {

  static final int ORDER = 8;

  private static final int TERMS = ORDER + 1;

  /** A memory of 1000 points. */
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
   * @param level what values are distances from
   * @param unit what they are measured in, above 0
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

  /** The next value, by what was observed so far. */
  double forecast() {
    return level + unit * dot(coefficients, terms);
  }

  /** Learns from the value that came. */
  void observe(double value) {
    double scaled = (value - level) / unit;
    if (points >= ORDER) {
      learn(scaled - dot(coefficients, terms));
    }
    System.arraycopy(terms, 0, terms, 1, ORDER - 1);
    terms[0] = scaled;
    points++;
  }

  private void learn(double error) {
    double[] direction = new double[TERMS];
    for (int i = 0; i < TERMS; i++) {
      direction[i] = dot(inverse[i], terms);
    }
    double forgetting = trace() < LARGEST_TRACE ? FORGETTING : 1;
    double size = forgetting + dot(direction, terms);
    for (int i = 0; i < TERMS; i++) {
      coefficients[i] += direction[i] / size * error;
      for (int j = 0; j < TERMS; j++) {
        inverse[i][j] = (inverse[i][j] - direction[i] * direction[j] / size) / forgetting;
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
