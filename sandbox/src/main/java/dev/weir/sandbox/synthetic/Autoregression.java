// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/** Stationary AR(1) noise of deviation 1: x = phi x + e. */
final class Autoregression {

  private final double phi;
  private final boolean heavy;
  private double value;

  Autoregression(double phi, boolean heavy) {
    this.phi = Math.max(0, Math.min(0.999, phi));
    this.heavy = heavy;
  }

  double next(Noise noise) {
    double shock = heavy ? noise.heavy() / Math.sqrt(3) : noise.normal();
    value = phi * value + Math.sqrt(1 - phi * phi) * shock;
    return value;
  }
}
