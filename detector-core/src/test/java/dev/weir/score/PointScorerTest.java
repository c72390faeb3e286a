// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.series.Observation;
import dev.weir.state.SeriesBytes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointScorerTest {

  private static final long MINUTE = 60_000;

  @Test
  void observe_twoFeatures_combinesTheirProbabilitiesByTheHarmonicMean() {
    PointScorer both = new PointScorer(new SeriesBytes(), 2);
    PointScorer first = new PointScorer(new SeriesBytes(), 1);
    PointScorer second = new PointScorer(new SeriesBytes(), 1);
    Random random = new Random(1);
    Signal last = Signal.PATTERN;
    for (int i = 0; i < 500; i++) {
      double[] values = {random.nextGaussian(), i == 499 ? 50 : random.nextGaussian()};
      double p = probability(first, i, values[0]);
      double q = probability(second, i, values[1]);
      float[] inputs = {0, (float) values[0], 0, (float) values[1]};
      Surprise found = both.observe(new Observation(i * MINUTE, values), inputs, values);
      assertThat(found.decades()).isCloseTo(-Math.log10(2 / (1 / p + 1 / q)), within(1e-9));
      assertThat(found.contributions()[0]).isCloseTo(q / (p + q), within(1e-9));
      assertThat(found.contributions()[1]).isCloseTo(p / (p + q), within(1e-9));
      last = found.signal();
    }
    assertThat(last).isEqualTo(Signal.RANGE);
  }

  private static double probability(PointScorer scorer, int i, double value) {
    double[] values = {value};
    float[] inputs = {0, (float) value};
    return Math.pow(
        10, -scorer.observe(new Observation(i * MINUTE, values), inputs, values).decades());
  }
}
