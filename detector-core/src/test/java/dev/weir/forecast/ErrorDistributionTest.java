// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorDistributionTest {

  @Test
  void logDensity_knownValues_areExact() {
    assertThat(ErrorDistribution.GAUSSIAN.logDensity(0, 2))
        .isCloseTo(Math.log(0.3989422804 / 2), within(1e-9));
    // Student's t with 4 degrees of freedom at 2: 3/8 * (1 + 4/4)^(-5/2).
    assertThat(ErrorDistribution.STUDENT_T.logDensity(6, 3))
        .isCloseTo(Math.log(0.375 * Math.pow(2, -2.5) / 3), within(1e-12));
  }

  @Test
  void logDensity_anyDistribution_integratesToOne() {
    for (ErrorDistribution distribution : ErrorDistribution.values()) {
      double sum = 0;
      for (double x = -400; x < 400; x += 0.01) {
        sum += 0.01 * Math.exp(distribution.logDensity(x, 1.5));
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
    }
  }
}
