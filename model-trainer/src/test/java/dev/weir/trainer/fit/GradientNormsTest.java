// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.trainer.network.ForecastNetwork;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientNormsTest {

  private static GradientNorms fitted(CellKind cell, double clipNorm, double learningRate) {
    FitConfig config =
        FitConfig.DEFAULT.withEpochs(4).withClipNorm(clipNorm).withLearningRate(learningRate);
    Architecture shape = new Architecture(cell, 1, 16, 1, ErrorDistribution.STUDENT_T);
    try (ForecastNetwork network = new ForecastNetwork(shape, config.network())) {
      return new Fitter(config, FitListener.NONE, Clock.systemUTC())
          .fit(network, FitterTest.data())
          .gradients();
    }
  }

  private static double back(GradientNorms norms, int steps) {
    return norms.byStep().stream()
        .filter(step -> step.steps() == steps)
        .mapToDouble(GradientNorms.StepBack::norm)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void byStep_64Steps_vanishesInElmanButNotInLstm() {
    GradientNorms elman = fitted(CellKind.ELMAN, 1, 0.005);
    GradientNorms lstm = fitted(CellKind.LSTM, 1, 0.005);
    assertThat(back(elman, 1)).isEqualTo(1);
    assertThat(back(elman, 64)).isLessThan(1e-6);
    assertThat(back(lstm, 64)).isGreaterThan(1000 * back(elman, 64)).isGreaterThan(1e-6);
  }

  @Test
  void byStep_feedforward_isZeroBeyondTheLags() {
    GradientNorms norms = fitted(CellKind.FEEDFORWARD, 1, 0.005);
    assertThat(back(norms, 8)).isPositive();
    assertThat(back(norms, 16)).isZero();
  }

  @Test
  void clipped_smallClipNorm_isCounted() {
    GradientNorms clipped = fitted(CellKind.ELMAN, 0.01, 0.005);
    GradientNorms free = fitted(CellKind.ELMAN, 0, 0.005);
    assertThat(clipped.clipped()).isPositive().isLessThanOrEqualTo(clipped.batches());
    assertThat(free.clipped()).isZero();
    assertThat(free.largest()).isGreaterThan(free.median());
  }

  @Test
  void lines_withBatches_showBothNorms() {
    List<GradientNorms.StepBack> steps =
        List.of(new GradientNorms.StepBack(1, 1), new GradientNorms.StepBack(32, 3.2e-9));
    assertThat(new GradientNorms(steps, 0.5, 12, 3, 1000).lines())
        .containsExactly(
            "gradient norm by steps back, relative to one step: 1: 1.0  32: 3.2e-09",
            "gradient norm of a batch: median 0.500, largest 12.0, clipped 3 of 1,000");
    assertThat(new GradientNorms(steps, 0, 0, 0, 0).lines()).hasSize(1);
  }
}
