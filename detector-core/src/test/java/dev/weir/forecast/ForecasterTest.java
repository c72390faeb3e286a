// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForecasterTest {

  private static final int STEPS = 2000;

  static Stream<Architecture> shapes() {
    return Stream.of(CellKind.values()).flatMap(ForecasterTest::shapes);
  }

  private static Stream<Architecture> shapes(CellKind cell) {
    ErrorDistribution distribution = ErrorDistribution.STUDENT_T;
    return Stream.of(
        new Architecture(cell, 1, 1, 1, distribution),
        new Architecture(cell, 1, 5, 1, distribution),
        new Architecture(cell, 1, 32, 1, distribution),
        new Architecture(cell, 3, 16, 2, distribution),
        new Architecture(cell, 2, 7, 3, distribution),
        new Architecture(cell, 1, 64, 1, distribution));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void step_twoThousandSteps_equalsThePlainEquationsInDouble(Architecture architecture) {
    int features = architecture.features();
    Weights weights = RandomWeights.of(architecture, architecture.hidden());
    Forecaster forecaster = new Forecaster(architecture, weights);
    ForecastState state = forecaster.newState();
    PlainNetwork plain = new PlainNetwork(architecture, weights);
    Random random = new Random(1);
    for (int step = 0; step < STEPS; step++) {
      float[] input = new float[architecture.inputs()];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) random.nextGaussian();
      }
      forecaster.step(state, input);
      double[] expected = plain.step(input);
      for (int f = 0; f < features; f++) {
        assertThat((double) state.mu(f)).isCloseTo(expected[f], within(1e-5));
        assertThat((double) state.logSigma(f)).isCloseTo(expected[features + f], within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void step_afterReset_forecastsAsFromTheStart(CellKind cell) {
    Architecture architecture = new Architecture(cell, 1, 8, 2, ErrorDistribution.GAUSSIAN);
    Forecaster forecaster = new Forecaster(architecture, RandomWeights.of(architecture, 1));
    ForecastState fresh = forecaster.newState();
    ForecastState reset = forecaster.newState();
    for (int step = 0; step < 40; step++) {
      forecaster.step(reset, new float[] {step, 1});
    }
    reset.reset();
    for (int step = 0; step < 40; step++) {
      float[] input = {(float) Math.sin(step), 0.5f};
      forecaster.step(fresh, input);
      forecaster.step(reset, input);
      assertThat(reset.mu(0)).isEqualTo(fresh.mu(0));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void batch_anyNumberOfSeries_equalsSingleSteps(Architecture architecture) {
    Forecaster forecaster =
        new Forecaster(architecture, RandomWeights.of(architecture, architecture.hidden()));
    ForecastBatch batch = forecaster.newBatch();
    Random random = new Random(1);
    for (int lanes : new int[] {0, 1, 63, 64, 65, 100, ForecastBatch.LANES}) {
      float[][] together = new float[lanes][];
      float[][] alone = new float[lanes][];
      for (int lane = 0; lane < lanes; lane++) {
        together[lane] = forecaster.newState().copy();
        alone[lane] = together[lane].clone();
      }
      for (int step = 0; step < 20; step++) {
        stepBoth(forecaster, batch, together, alone, random);
      }
      assertThat(together).isDeepEqualTo(alone);
    }
  }

  private static void stepBoth(
      Forecaster forecaster,
      ForecastBatch batch,
      float[][] together,
      float[][] alone,
      Random random) {
    ForecastState state = forecaster.newState();
    for (int lane = 0; lane < alone.length; lane++) {
      float[] input = new float[forecaster.architecture().inputs()];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) random.nextGaussian();
      }
      batch.setInput(lane, input);
      state.attach(alone[lane]);
      forecaster.step(state, input);
    }
    batch.step(together, together.length);
  }

  @ParameterizedTest
  @EnumSource
  void step_afterWarmUp_allocatesNothing(CellKind cell) {
    Architecture architecture = new Architecture(cell, 1, 32, 1, ErrorDistribution.STUDENT_T);
    Forecaster forecaster = new Forecaster(architecture, RandomWeights.of(architecture, 1));
    ForecastState state = forecaster.newState();
    float[] input = {0.1f, 0.2f};
    run(forecaster, state, input);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(forecaster, state, input);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void run(Forecaster forecaster, ForecastState state, float[] input) {
    for (int i = 0; i < 20_000; i++) {
      forecaster.step(state, input);
    }
  }

  @Test
  void tanh_wholeRange_isWithinItsErrorAndAtMostOne() {
    for (double x = -20; x <= 20; x += 1e-4) {
      float y = Activation.tanh((float) x);
      assertThat(Math.abs(y - Math.tanh((float) x))).isLessThan(3.6e-7);
      assertThat(Math.abs(y)).isLessThanOrEqualTo(1f);
    }
    assertThat(Activation.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1f, within(1e-6f));
    assertThat(Activation.tanh(Float.NEGATIVE_INFINITY)).isCloseTo(-1f, within(1e-6f));
  }

  @Test
  void new_missingOrMisshapenWeight_isRejectedWithNameAndShapes() {
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, 4, 1, ErrorDistribution.GAUSSIAN);
    TreeMap<String, Tensor> tensors = new TreeMap<>(RandomWeights.of(architecture, 1).tensors());
    tensors.put("head.bias", new Tensor(new int[] {3}, new float[3]));
    assertThatThrownBy(() -> new Forecaster(architecture, new Weights(tensors)))
        .hasMessageContaining("head.bias")
        .hasMessageContaining("expected=[2]")
        .hasMessageContaining("found=[3]");
    tensors.remove("head.bias");
    assertThatThrownBy(() -> new Forecaster(architecture, new Weights(tensors)))
        .hasMessageContaining("head.bias");
  }
}
