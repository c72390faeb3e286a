// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;

/** Generates saw teeth, level switches and bursts. */
final class Switching {

  private Switching() {}

  static double[] saw(int length, Noise noise) {
    double period = noise.logUniform(6, 600);
    double unevenness = noise.uniform(0, 0.3);
    double jitter = noise.logUniform(0.001, 0.1);
    double leftOver = noise.chance(0.5) ? noise.uniform(0, 0.3) : 0;
    double direction = noise.chance(0.8) ? 1 : -1;
    double filled = noise.uniform(0, 1);
    double limit = 1;
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      filled += Math.max(0, 1 + unevenness * noise.normal()) / period;
      if (filled >= limit) {
        filled = leftOver * noise.uniform(0, 1);
        limit = 1 + unevenness * noise.uniform(-0.5, 0.5);
      }
      values[t] = direction * filled + jitter * noise.normal();
    }
    return values;
  }

  static double[] telegraph(int length, Noise noise) {
    double[] levels = levels(2 + noise.below(4), noise);
    boolean byTheClock = noise.chance(0.3);
    double hold = noise.logUniform(2, 400);
    double jitter = noise.chance(0.4) ? 0 : noise.logUniform(0.005, 0.3);
    double unevenness = byTheClock ? noise.uniform(0, 0.15) : 1;
    int level = 0;
    double left = hold;
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      if (--left <= 0) {
        level = (level + 1 + noise.below(levels.length - 1)) % levels.length;
        left = byTheClock ? hold * (1 + unevenness * noise.normal()) : exponential(hold, noise);
      }
      values[t] = levels[level] + jitter * noise.normal();
    }
    return values;
  }

  private static double[] levels(int count, Noise noise) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = i + noise.uniform(-0.4, 0.4);
    }
    return levels;
  }

  private static double exponential(double mean, Noise noise) {
    return -mean * Math.log(1 - noise.uniform(0, 1));
  }

  /** Generates ARMA noise plus bursts of heavy-tailed height. */
  static double[] bursts(int length, Noise noise) {
    double[] values = Arma.draw(noise).generate(length, noise);
    double floor = noise.chance(0.2) ? 0 : noise.logUniform(0.02, 1);
    double every = noise.logUniform(5, 500);
    boolean byTheClock = noise.chance(0.5);
    double unevenness = byTheClock && noise.chance(0.5) ? 0 : noise.uniform(0, 0.2);
    Burst burst = new Burst(noise);
    double left = every * noise.uniform(0, 1);
    for (int t = 0; t < length; t++) {
      if (--left <= 0) {
        burst.begin();
        left = byTheClock ? every * (1 + unevenness * noise.normal()) : exponential(every, noise);
      }
      values[t] = floor * values[t] + burst.next();
    }
    return values;
  }

  /** A sequence of bursts: each holds its height for a few points, then decays. */
  private static final class Burst {

    private final Noise noise;
    private final double fade;
    private final double height;
    private final double spread;
    private final int width;
    private final boolean sameWidth;
    private double value;
    private int stands;

    Burst(Noise noise) {
      this.noise = noise;
      fade = noise.chance(0.5) ? 0 : noise.uniform(0.2, 0.97);
      height = noise.logUniform(1, 20);
      spread = noise.chance(0.3) ? 0 : noise.uniform(0, 0.8);
      width = noise.chance(0.5) ? 1 : 1 + noise.below(12);
      sameWidth = noise.chance(0.5);
    }

    void begin() {
      value = height * Math.exp(spread * noise.normal());
      stands = sameWidth ? width : 1 + noise.below(width);
    }

    double next() {
      value *= stands > 0 ? 1 : fade;
      stands--;
      return value;
    }
  }
}
