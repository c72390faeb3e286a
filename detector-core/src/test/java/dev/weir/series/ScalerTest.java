// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScalerTest {

  @Property
  void observe_anyFiniteValues_givesFiniteInputsAndAPositiveStep(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e30, max = 1e30) Double> values) {
    Scaler scaler = new Scaler(1);
    ScalerState state = scaler.newState();
    float[] input = new float[scaler.inputs()];
    for (double value : values) {
      scaler.observe(state, new double[] {value}, input);
      assertThat(Float.isFinite(input[0]) && Float.isFinite(input[1])).isTrue();
      assertThat(scaler.typicalStep(state, 0)).isPositive().isFinite();
      assertThat(scaler.lastValue(state, 0)).isEqualTo(value);
    }
  }

  @Test
  void observe_otherUnitAndOffset_givesTheSameInputs() {
    float[][] plain = inputs(noise(400), 1, 0);
    float[][] scaled = inputs(noise(400), 1000, 5e5);
    for (int t = 30; t < plain.length; t++) {
      assertThat(scaled[t][0]).isCloseTo(plain[t][0], within(1e-2f));
      assertThat(scaled[t][1]).isCloseTo(plain[t][1], within(1e-2f));
    }
  }

  @Test
  void observe_laterPoints_changeNoEarlierInput() {
    double[] values = noise(200);
    float[][] whole = inputs(values, 1, 0);
    float[][] part = inputs(java.util.Arrays.copyOf(values, 120), 1, 0);
    for (int t = 0; t < part.length; t++) {
      assertThat(part[t]).containsExactly(whole[t]);
    }
  }

  @Test
  void typicalStep_oneSpike_hardlyChanges() {
    Scaler scaler = new Scaler(1);
    ScalerState state = scaler.newState();
    float[] input = new float[2];
    for (double value : noise(500)) {
      scaler.observe(state, new double[] {value}, input);
    }
    double before = scaler.typicalStep(state, 0);
    scaler.observe(state, new double[] {1e9}, input);
    assertThat(scaler.typicalStep(state, 0)).isLessThan(1.1 * before);
  }

  @Test
  void typicalStep_lastingChangeOfSpread_isLearned() {
    Scaler scaler = new Scaler(1);
    ScalerState state = scaler.newState();
    float[] input = new float[2];
    double[] noise = noise(3000);
    for (int t = 0; t < noise.length; t++) {
      scaler.observe(state, new double[] {t < 500 ? noise[t] : 100 * noise[t]}, input);
    }
    assertThat(scaler.typicalStep(state, 0)).isBetween(40.0, 80.0);
  }

  @Test
  void advance_pauseOfManyIntervals_isAGap() {
    ClockState clock = new ClockState(new SeriesBytes());
    for (int i = 0; i < 50; i++) {
      assertThat(SeriesClock.advance(clock, 60_000L * i)).isFalse();
    }
    assertThat(clock.intervalMillis()).isCloseTo(60_000, within(1.0));
    assertThat(SeriesClock.advance(clock, 60_000L * 49 + 10 * 60_000)).isFalse();
    assertThat(SeriesClock.advance(clock, 60_000L * 200)).isTrue();
    assertThat(clock.intervalMillis()).isLessThan(120_000);
  }

  private static double[] noise(int length) {
    Random random = new Random(3);
    return random.doubles(length).map(x -> x * 2).toArray();
  }

  private static float[][] inputs(double[] values, double factor, double offset) {
    Scaler scaler = new Scaler(1);
    ScalerState state = scaler.newState();
    float[][] inputs = new float[values.length][2];
    for (int t = 0; t < values.length; t++) {
      scaler.observe(state, new double[] {factor * values[t] + offset}, inputs[t]);
    }
    return inputs;
  }
}
