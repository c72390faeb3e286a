// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  @Test
  void draw_anySize_hasTheSpectralRadiusAndLeaksInRange() {
    Reservoir reservoir = Reservoir.draw(2, 40, new Random(1));
    double[][] matrix = new double[40][40];
    for (int i = 0; i < 1600; i++) {
      matrix[i / 40][i % 40] = reservoir.stateWeights()[i];
    }
    assertThat(Reservoir.spectralRadius(matrix)).isCloseTo(0.95, within(1e-4));
    for (float leak : reservoir.leak()) {
      assertThat(leak).isBetween(0.0999f, 1f);
    }
  }
}
