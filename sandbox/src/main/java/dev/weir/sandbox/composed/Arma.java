// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;

/**
 * ARMA process with autoregression of order 1 to 4 and moving average of order 0 to 2.
 *
 * <p>The autoregressive polynomial is built from random roots inside the unit circle, so the
 * process is stationary.
 */
final class Arma {

  private static final double LARGEST_ROOT = 0.995;
  private static final int BURN_IN = 300;

  private final double[] ar;
  private final double[] ma;
  private final boolean heavy;

  private Arma(double[] ar, double[] ma, boolean heavy) {
    this.ar = ar;
    this.ma = ma;
    this.heavy = heavy;
  }

  /** A process of random order and roots. */
  static Arma draw(Noise noise) {
    double[] polynomial = {1};
    int factors = 1 + noise.below(2);
    for (int i = 0; i < factors; i++) {
      polynomial = times(polynomial, noise.chance(0.7) ? realRoot(noise) : rootPair(noise));
    }
    double[] ma = new double[noise.below(3)];
    for (int i = 0; i < ma.length; i++) {
      ma[i] = noise.uniform(-0.8, 0.8);
    }
    return new Arma(coefficients(polynomial), ma, noise.chance(0.3));
  }

  private static double[] realRoot(Noise noise) {
    double root =
        noise.chance(0.6) ? 1 - noise.logUniform(1 - LARGEST_ROOT, 1) : noise.uniform(-0.6, 0.9);
    return new double[] {1, -root};
  }

  private static double[] rootPair(Noise noise) {
    double radius = Math.min(LARGEST_ROOT, 1 - noise.logUniform(0.005, 0.6));
    double angle = 2 * Math.PI / noise.logUniform(3, 200);
    return new double[] {1, -2 * radius * Math.cos(angle), radius * radius};
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }

  private static double[] coefficients(double[] polynomial) {
    double[] ar = new double[polynomial.length - 1];
    for (int i = 0; i < ar.length; i++) {
      ar[i] = -polynomial[i + 1];
    }
    return ar;
  }

  /** Generates values of mean 0 and deviation 1, {@code [time]}. */
  double[] generate(int length, Noise noise) {
    double[] shocks = new double[length + BURN_IN];
    double[] values = new double[length + BURN_IN];
    for (int t = 0; t < values.length; t++) {
      shocks[t] = heavy ? noise.heavy() / Math.sqrt(3) : noise.normal();
      values[t] = shocks[t] + weighted(ma, shocks, t) + weighted(ar, values, t);
    }
    double[] kept = new double[length];
    System.arraycopy(values, BURN_IN, kept, 0, length);
    return Course.standardised(kept);
  }

  private static double weighted(double[] weights, double[] past, int t) {
    double sum = 0;
    for (int lag = 1; lag <= Math.min(t, weights.length); lag++) {
      sum += weights[lag - 1] * past[t - lag];
    }
    return sum;
  }
}
