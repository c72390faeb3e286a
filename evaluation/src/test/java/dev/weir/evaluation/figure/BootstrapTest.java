// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void ofMean_gaussianRows_errorIsDeviationByRootOfRows() {
    double[] rows = new Random(5).doubles(400, 0, 1).toArray();
    Bootstrap.Estimate estimate = Bootstrap.DEFAULT.ofMean(rows);
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(1 / 12.0) / 20, within(0.001));
  }

  @Test
  void ofMean_sameSeed_isTheSame() {
    double[] rows = {1, 2, 4, 8};
    assertThat(new Bootstrap(7).ofMean(rows)).isEqualTo(new Bootstrap(7).ofMean(rows));
    assertThat(new Bootstrap(7).ofMean(rows).value()).isEqualTo(3.75);
  }

  @Test
  void ofMean_equalRows_hasNoError() {
    assertThat(Bootstrap.DEFAULT.ofMean(new double[] {3, 3, 3}).standardError())
        .isCloseTo(0, within(1e-6));
  }
}
