// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import dev.weir.forecast.ErrorDistribution;
import java.util.Random;

/** Draws forecast errors, in scales, from the law that the network was trained with. */
final class ErrorSampler {

  private final ErrorDistribution law;
  private final Random random;

  ErrorSampler(ErrorDistribution law, long seed) {
    this.law = law;
    random = new Random(seed);
  }

  double next() {
    return switch (law) {
      case GAUSSIAN -> random.nextGaussian();
      case STUDENT_T -> random.nextGaussian() / Math.sqrt(chiSquared() / degrees());
    };
  }

  private static double degrees() {
    return ErrorDistribution.DEGREES_OF_FREEDOM;
  }

  private double chiSquared() {
    double sum = 0;
    for (int i = 0; i < ErrorDistribution.DEGREES_OF_FREEDOM; i++) {
      double z = random.nextGaussian();
      sum += z * z;
    }
    return sum;
  }
}
