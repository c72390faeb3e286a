// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VusPrTest {

  private static final boolean[] THIRD_OF_FOUR = {false, false, true, false};

  @Test
  void of_handComputedSeries_isMeanAreaOverBuffers() {
    double[] scores = {0.1, 0.9, 0.8, 0.2};
    // Buffers 0 and 1 touch no row: nothing is recalled at 0.9, all at 0.8 with precision 1/2.
    double bare = 0.5;
    // Buffer 2 softens the rows beside the anomaly to sqrt(1/2). At 0.9 one of them is hit: recall
    // s / ((1 + 1 + s) / 2), precision s. At 0.8 recall is 1, precision (1 + s) / 2.
    double s = Math.sqrt(0.5);
    double early = s / ((2 + s) / 2);
    double softened = early * s + (1 - early) * (1 + s) / 2;
    assertThat(VusPr.of(THIRD_OF_FOUR, scores, 0)).isCloseTo(bare, within(1e-12));
    assertThat(VusPr.of(THIRD_OF_FOUR, scores, 2))
        .isCloseTo((2 * bare + softened) / 3, within(1e-12));
  }

  @Test
  void of_oneOfTwoAnomaliesFound_recallIsHalvedByExistence() {
    boolean[] labels = {true, false, false, false, true, false};
    double[] scores = {0.9, 0.5, 0.4, 0.3, 0.1, 0.2};
    // At 0.9: recall 1/2 * existence 1/2, precision 1. The rest comes with the last row's level:
    // at 0.1 recall 1, precision 2/6.
    assertThat(VusPr.of(labels, scores, 0)).isCloseTo(0.25 + 0.75 * 2 / 6, within(1e-12));
  }

  @Test
  void of_anomalyScoredAboveAllElse_isOneWithoutBuffers() {
    assertThat(VusPr.of(THIRD_OF_FOUR, new double[] {0, 0.1, 1, 0.1}, 0))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void of_constantScore_isFractionOfLabelledRows() {
    assertThat(VusPr.of(THIRD_OF_FOUR, new double[4], 0)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void of_monotoneTransformOfScores_isTheSame() {
    Random random = new Random(3);
    double[] scores = random.doubles(500).toArray();
    double[] transformed = new double[500];
    boolean[] labels = new boolean[500];
    for (int row = 0; row < 500; row++) {
      transformed[row] = Math.exp(5 * scores[row]);
      labels[row] = row / 40 == 6 || row / 40 == 9;
    }
    assertThat(VusPr.of(labels, transformed, 30)).isEqualTo(VusPr.of(labels, scores, 30));
  }

  @Test
  void of_noLabelledRow_isRejected() {
    assertThatThrownBy(() -> VusPr.of(new boolean[3], new double[3], 0))
        .hasMessageContaining("anomalies=0");
  }

  @Test
  void slidingWindow_sine_isItsPeriod() {
    double[] values = new double[2000];
    for (int t = 0; t < values.length; t++) {
      values[t] = Math.sin(2 * Math.PI * t / 48);
    }
    assertThat(SlidingWindow.of(values)).isEqualTo(48);
  }

  @Test
  void slidingWindow_constantOrShort_isTheDefault() {
    assertThat(SlidingWindow.of(new double[1000])).isEqualTo(SlidingWindow.WITHOUT_PERIOD);
    assertThat(SlidingWindow.of(new double[] {1, 2})).isEqualTo(SlidingWindow.WITHOUT_PERIOD);
  }

  @Test
  void held_anyScores_isTheMaximumOfTheLastPoints() {
    double[] scores = {0, 3, 1, 2, 0, 0, 5};
    assertThat(HeldScore.of(scores, 3)).containsExactly(0, 3, 3, 3, 2, 2, 5);
    assertThat(HeldScore.of(scores, 1)).containsExactly(scores);
  }
}
