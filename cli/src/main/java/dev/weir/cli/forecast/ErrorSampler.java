// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import static dev.weir.forecast.ErrorDistribution.DEGREES_OF_FREEDOM;

import dev.weir.forecast.ErrorDistribution;
import java.util.Random;

/** Samples standardised forecast errors from the error distribution of the network. */
final class ErrorSampler {

  private final ErrorDistribution distribution;
  private final Random random;

  ErrorSampler(ErrorDistribution distribution, long seed) {
    this.distribution = distribution;
    random = new Random(seed);
  }

  double sample() {
    return switch (distribution) {
      case GAUSSIAN -> random.nextGaussian();
      case STUDENT_T -> random.nextGaussian() / Math.sqrt(chiSquared() / DEGREES_OF_FREEDOM);
    };
  }

  private double chiSquared() {
    double sum = 0;
    for (int i = 0; i < DEGREES_OF_FREEDOM; i++) {
      double z = random.nextGaussian();
      sum += z * z;
    }
    return sum;
  }
}
