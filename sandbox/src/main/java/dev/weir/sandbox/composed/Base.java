// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;
import java.util.Arrays;

/** Process that generates a series. */
enum Base {
  /** Seasons plus ARMA noise. */
  SEASONAL(0.26) {
    @Override
    double[] generate(int length, Noise noise) {
      double[] values = Seasons.draw(length, noise);
      Course.add(values, noise.logUniform(0.02, 2), Arma.draw(noise).generate(length, noise));
      return withTrend(values, noise);
    }
  },
  /** Exponential of seasons plus ARMA noise: the noise grows with the level. */
  MULTIPLICATIVE(0.14) {
    @Override
    double[] generate(int length, Noise noise) {
      double[] values = Seasons.draw(length, noise);
      Course.add(values, noise.logUniform(0.05, 1), Arma.draw(noise).generate(length, noise));
      return exponential(values, noise.logUniform(0.1, 1.5));
    }
  },
  /** ARMA noise. */
  STATIONARY(0.12) {
    @Override
    double[] generate(int length, Noise noise) {
      double[] values = Arma.draw(noise).generate(length, noise);
      return noise.chance(0.3)
          ? exponential(values, noise.logUniform(0.2, 1.2))
          : withTrend(values, noise);
    }
  },
  /** Random walk, optionally mean-reverting, with or without measurement noise. */
  WALK(0.07) {
    @Override
    double[] generate(int length, Noise noise) {
      double[] values = Counting.walk(length, noise);
      double part = noise.chance(0.5) ? 0 : noise.logUniform(0.01, 0.3);
      return Course.add(values, part, Arma.draw(noise).generate(length, noise));
    }
  },
  /** Poisson counts with a constant, seasonal or ARMA rate. */
  COUNTS(0.12) {
    @Override
    double[] generate(int length, Noise noise) {
      return Counting.counts(length, noise);
    }
  },
  /** Saw tooth: a counter with resets, or a buffer that fills and is emptied. */
  SAW(0.05) {
    @Override
    double[] generate(int length, Noise noise) {
      return Switching.saw(length, noise);
    }
  },
  /** Random switching between two or more levels. */
  TELEGRAPH(0.08) {
    @Override
    double[] generate(int length, Noise noise) {
      return Switching.telegraph(length, noise);
    }
  },
  /** Bursts at random or regular times that decay to a floor. */
  BURSTS(0.16) {
    @Override
    double[] generate(int length, Noise noise) {
      return Switching.bursts(length, noise);
    }
  };

  private final double share;

  Base(double share) {
    this.share = share;
  }

  /** Generates values of any scale, {@code [time]}. */
  abstract double[] generate(int length, Noise noise);

  static Base draw(Noise noise) {
    double total = Arrays.stream(values()).mapToDouble(base -> base.share).sum();
    double left = noise.uniform(0, total);
    for (Base base : values()) {
      left -= base.share;
      if (left < 0) {
        return base;
      }
    }
    return SEASONAL;
  }

  private static double[] withTrend(double[] values, Noise noise) {
    double slope = noise.chance(0.3) ? noise.uniform(-3, 3) / values.length : 0;
    for (int t = 0; t < values.length; t++) {
      values[t] += slope * t;
    }
    return values;
  }

  private static double[] exponential(double[] values, double power) {
    for (int t = 0; t < values.length; t++) {
      values[t] = Math.exp(power * values[t]);
    }
    return values;
  }
}
