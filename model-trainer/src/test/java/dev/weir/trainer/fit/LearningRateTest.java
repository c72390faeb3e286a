// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

  private static final int WARM = 500;

  private static LearningRate rate(Schedule schedule) {
    return new LearningRate(FitConfig.DEFAULT.withLearningRate(0.1).withSchedule(schedule));
  }

  private static float at(LearningRate rate, int step) {
    return rate.getNewValue("w", step);
  }

  @Test
  void getNewValue_cosine_fallsToATwentieth() {
    LearningRate rate = rate(Schedule.COSINE);
    rate.advance(0);
    assertThat(at(rate, WARM)).isCloseTo(0.1f, within(1e-7f));
    rate.advance(0.5);
    assertThat(at(rate, WARM)).isCloseTo(0.0525f, within(1e-7f));
    rate.advance(1.5);
    assertThat(at(rate, WARM)).isCloseTo(0.005f, within(1e-7f));
  }

  @Test
  void endPass_twoPassesWithoutGain_halvesTheRate() {
    LearningRate rate = rate(Schedule.PLATEAU);
    rate.endPass(false);
    rate.endPass(true);
    rate.endPass(false);
    assertThat(at(rate, WARM)).isEqualTo(0.1f);
    rate.endPass(false);
    assertThat(at(rate, WARM)).isEqualTo(0.05f);
  }

  @Test
  void getNewValue_firstSteps_rises() {
    LearningRate rate = rate(Schedule.CONSTANT);
    rate.advance(0.9);
    assertThat(at(rate, 1)).isCloseTo(0.005f, within(1e-7f));
    assertThat(at(rate, 10)).isCloseTo(0.05f, within(1e-7f));
    assertThat(at(rate, WARM)).isEqualTo(0.1f);
  }
}
