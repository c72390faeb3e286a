// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;

/** Composes a base process and alterations into one series, and counts repeated attempts. */
final class Composition {

  /** A series with a value beyond this many deviations is rejected. */
  private static final double LARGEST_DEVIATIONS = 1e4;

  private static final int MOST_DRAWS = 100;

  private final int length;
  private final boolean incidents;
  private int redrawn;

  Composition(int length, boolean incidents) {
    this.length = length;
    this.incidents = incidents;
  }

  int redrawn() {
    return redrawn;
  }

  double[] draw(Base base, Noise noise) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      double[] values = compose(base, noise);
      if (isUsable(values)) {
        return values;
      }
      redrawn++;
    }
    throw new IllegalStateException(
        "a generator must give usable series: base=" + base + ", draws=" + MOST_DRAWS);
  }

  private double[] compose(Base base, Noise noise) {
    double[] values = Course.standardised(base.generate(length, noise));
    for (Alteration alteration : Alteration.values()) {
      boolean wanted = incidents || !alteration.isIncident();
      if (wanted && noise.chance(alteration.chance(base))) {
        alteration.apply(values, noise);
      }
    }
    double unit = noise.logUniform(0.01, 1e5);
    double offset = noise.chance(0.8) ? noise.uniform(0, 10) : noise.uniform(-3, 3);
    for (int t = 0; t < length; t++) {
      values[t] = unit * (offset + values[t]);
    }
    return values;
  }

  /** Whether the values are finite, not constant and within the limit. */
  static boolean isUsable(double[] values) {
    double[] copy = Course.standardised(values.clone());
    double largest = 0;
    for (double value : copy) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest > 0 && largest <= LARGEST_DEVIATIONS;
  }
}
