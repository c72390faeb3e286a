// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;

/** Generates counts and random walks. */
final class Counting {

  private Counting() {}

  static double[] counts(int length, Noise noise) {
    double[] course = course(length, noise);
    double mean = noise.logUniform(0.02, 2000);
    double depth = noise.uniform(0.1, 1.2);
    double extra = noise.chance(0.4) ? noise.uniform(0.05, 0.6) : 0;
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      double rate = mean * Math.exp(depth * course[t] + extra * noise.normal());
      values[t] = noise.poisson(Math.min(rate, 1e9));
    }
    return values;
  }

  private static double[] course(int length, Noise noise) {
    if (noise.chance(0.2)) {
      return new double[length];
    }
    return noise.chance(0.7)
        ? Seasons.draw(length, noise)
        : Arma.draw(noise).generate(length, noise);
  }

  static double[] walk(int length, Noise noise) {
    double pull = noise.chance(0.5) ? 0 : noise.logUniform(1e-4, 1e-2);
    double drift = noise.chance(0.3) ? noise.uniform(-0.3, 0.3) : 0;
    boolean heavy = noise.chance(0.4);
    double moves = noise.chance(0.3) ? noise.uniform(0.05, 1) : 1;
    double[] values = new double[length];
    double value = 0;
    for (int t = 0; t < length; t++) {
      double step = noise.chance(moves) ? drift + (heavy ? noise.heavy() : noise.normal()) : 0;
      value += step - pull * value;
      values[t] = value;
    }
    return Course.standardised(values);
  }
}
