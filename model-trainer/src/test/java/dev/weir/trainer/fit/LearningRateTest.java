package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

  private static LearningRate rate(Schedule schedule) {
    return new LearningRate(FitConfig.DEFAULT.withLearningRate(0.1).withSchedule(schedule));
  }

  @Test
  void cosine_fallsToATwentieth() {
    LearningRate rate = rate(Schedule.COSINE);
    rate.advance(0);
    assertThat(rate.now()).isCloseTo(0.1, within(1e-12));
    rate.advance(0.5);
    assertThat(rate.now()).isCloseTo(0.0525, within(1e-12));
    rate.advance(1.5);
    assertThat(rate.now()).isCloseTo(0.005, within(1e-12));
  }

  @Test
  void plateau_halvesAfterTwoPassesWithoutGain() {
    LearningRate rate = rate(Schedule.PLATEAU);
    rate.passed(false);
    rate.passed(true);
    rate.passed(false);
    assertThat(rate.now()).isEqualTo(0.1);
    rate.passed(false);
    assertThat(rate.now()).isEqualTo(0.05);
  }

  @Test
  void anySchedule_risesOverTheFirstSteps() {
    LearningRate rate = rate(Schedule.CONSTANT);
    rate.advance(0.9);
    assertThat(rate.getNewValue("w", 1)).isCloseTo(0.005f, within(1e-7f));
    assertThat(rate.getNewValue("w", 500)).isEqualTo(0.1f);
  }
}
