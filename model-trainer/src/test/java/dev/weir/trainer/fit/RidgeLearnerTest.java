// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.trainer.network.ForecastNetwork;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RidgeLearnerTest {

  @ParameterizedTest
  @EnumSource
  void fit_waves_lowersTheLossAndKeepsTheReservoir(ErrorDistribution distribution) {
    FitConfig config = FitConfig.DEFAULT;
    Architecture shape = new Architecture(CellKind.ESN, 1, 48, 1, distribution);
    try (ForecastNetwork network = new ForecastNetwork(shape, config.network())) {
      float[] before = network.weights().tensors().get("esn.weight_hh_l0").values();
      FitReport report =
          new Fitter(config, FitListener.NONE, Clock.systemUTC()).fit(network, FitterTest.data());
      assertThat(report.epochs()).hasSizeLessThanOrEqualTo(RidgeLearner.MAX_PASSES);
      assertThat(report.bestLoss()).isLessThan(report.epochs().get(0).trainingLoss() - 0.3);
      assertThat(report.gradients().batches()).isZero();
      assertThat(network.weights().tensors().get("esn.weight_hh_l0").values())
          .containsExactly(before);
    }
  }

  @Test
  void solve_exactLine_findsSlopeAndIntercept() {
    RidgeSystem system = new RidgeSystem(2);
    for (int x = -3; x <= 3; x++) {
      float y = 2 * x + 5;
      system.add(new float[] {x * x, x, x, 1}, new float[] {x * y, y});
    }
    assertThat(system.solve(1e-9)).containsExactly(new double[] {2, 5}, within(1e-6));
    assertThat(system.solve(10)[0]).isBetween(0.1, 1.0);
  }
}
