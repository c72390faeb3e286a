// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import dev.weir.sandbox.synthetic.Noise;
import dev.weir.series.RecordedSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposedSeriesTest {

  private static GeneratedHistory composed(int series, long seed) {
    return new ComposedSeries(new ComposedConfig(series, 600, seed, true)).history();
  }

  @Test
  void read_manySeries_areFiniteMoveAndHoldEveryKind() {
    GeneratedHistory history = composed(400, 1);
    assertThat(history.series())
        .hasSize(400)
        .allSatisfy(
            series -> {
              assertThat(series.isConstant()).isFalse();
              assertThat(List.of(series.values()))
                  .allSatisfy(point -> assertThat(point[0]).isFinite().isBetween(-1e12, 1e12));
            });
    assertThat(
            history.series().stream()
                .map(series -> series.name().replaceFirst("/.*", ""))
                .collect(Collectors.toSet()))
        .hasSize(Base.values().length);
    long kept = history.series().stream().mapToLong(RecordedSeries::length).sum();
    assertThat(kept + history.missing()).isEqualTo(400 * 600);
    assertThat(history.missing()).isPositive();
  }

  @Test
  void read_sameSeed_isTheSameAndMoreSeriesChangeNone() {
    GeneratedHistory few = composed(5, 7);
    GeneratedHistory more = composed(9, 7);
    for (int i = 0; i < 5; i++) {
      assertThat(more.series().get(i).values()).isDeepEqualTo(few.series().get(i).values());
      assertThat(more.series().get(i).times()).isEqualTo(few.series().get(i).times());
    }
  }

  /** Calm ones have heavy tails at most; spikes and jumps of the level come on top of them. */
  @Test
  void read_withoutIncidents_staysCalmer() {
    assertThat(farSteps(true)).isGreaterThan(2 * farSteps(false));
  }

  private static long farSteps(boolean incidents) {
    GeneratedHistory history =
        new ComposedSeries(new ComposedConfig(300, 600, 1, incidents)).history();
    return history.series().stream()
        .filter(series -> series.name().startsWith("stationary/"))
        .mapToLong(ComposedSeriesTest::farSteps)
        .sum();
  }

  private static long farSteps(RecordedSeries series) {
    double[] values = Arrays.stream(series.values()).mapToDouble(point -> point[0]).toArray();
    double[] steps = new double[values.length - 1];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = values[t + 1] - values[t];
    }
    double[] standard = Course.standardised(steps);
    return Arrays.stream(standard).filter(step -> Math.abs(step) > 8).count();
  }

  @Test
  void read_otherSeed_isAnother() {
    RecordedSeries one = composed(1, 1).series().get(0);
    RecordedSeries other = composed(1, 2).series().get(0);
    assertThat(Arrays.deepEquals(one.values(), other.values())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Base.class)
  void generate_anySeed_isFinite(Base base) {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Arrays.stream(base.generate(500, new Noise(seed))).allMatch(Double::isFinite))
          .as("seed %d", seed)
          .isTrue();
    }
  }

  @Test
  void isUsable_overflowExplosionOrStandstill_isNot() {
    double[] usable = {1, 2, 1, 3, 2};
    assertThat(Composition.isUsable(usable)).isTrue();
    assertThat(Composition.isUsable(new double[] {1, Double.NaN, 2})).isFalse();
    assertThat(Composition.isUsable(new double[] {1, Double.POSITIVE_INFINITY, 2})).isFalse();
    assertThat(Composition.isUsable(new double[] {5, 5, 5})).isFalse();
    assertThat(Composition.isUsable(new double[] {-1e200, 1e200, 0})).isFalse();
  }

  @Test
  void arma_anySeed_staysWithinItsSpread() {
    for (int seed = 0; seed < 200; seed++) {
      Noise noise = new Noise(seed);
      double[] values = Arma.draw(noise).generate(2000, noise);
      assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow())
          .as("seed %d", seed)
          .isBetween(1.0, 45.0);
    }
  }

  @Test
  void config_sizesOutOfRange_areNamed() {
    assertThatThrownBy(() -> new ComposedConfig(0, 600, 1, true)).hasMessageContaining("series=0");
    assertThatThrownBy(() -> new ComposedConfig(1, 199, 1, true))
        .hasMessageContaining("points=199");
  }
}
