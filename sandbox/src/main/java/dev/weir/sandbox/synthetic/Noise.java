// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import java.util.Random;

/** Random numbers of the distributions that the generators use. */
public final class Noise {

  private final Random random;

  /** Creates a generator; the same seed gives the same numbers. */
  public Noise(long seed) {
    random = new Random(seed);
  }

  /** Uniform from {@code low}, inclusive, to {@code high}, exclusive. */
  public double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform on the logarithmic scale, both ends above 0. */
  public double logUniform(double low, double high) {
    return Math.exp(uniform(Math.log(low), Math.log(high)));
  }

  /** Normal, mean 0 and deviation 1. */
  public double normal() {
    return random.nextGaussian();
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0, inclusive, to the bound, exclusive. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Student's t with 3 degrees of freedom, cut at +-30: heavy tails that stay finite. */
  public double heavy() {
    double chi = 0;
    for (int i = 0; i < 3; i++) {
      double z = random.nextGaussian();
      chi += z * z;
    }
    return Math.max(-30, Math.min(30, random.nextGaussian() / Math.sqrt(Math.max(chi / 3, 1e-3))));
  }

  /** Poisson with this mean; for a large mean by its normal approximation. */
  public double poisson(double mean) {
    if (mean > 50) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-Math.max(0, mean));
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
