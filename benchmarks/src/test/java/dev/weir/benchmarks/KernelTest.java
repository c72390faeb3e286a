// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.sandbox.model.RandomModel;
import org.junit.jupiter.api.Test;

class KernelTest {

  private static final int POINTS = 200;

  private final DetectorModel model = RandomModel.ofHidden(32).model();
  private final Forecaster plain = new Forecaster(model.architecture(), model.weights());
  private final ForecastState state = plain.newState();

  @Test
  void vectorApi_sameInputs_answersAsThePlainKernel() {
    VectorLstm vector = new VectorLstm(model.architecture(), model.weights());
    float[] vectorState = vector.newState();
    float[] answer = new float[2];
    KernelInputs inputs = new KernelInputs(1);
    for (int i = 0; i < POINTS; i++) {
      float[] input = inputs.next();
      vector.step(vectorState, input, answer);
      assertPlainAnswers(input, answer, 0);
    }
  }

  @Test
  void vectorApiSideBySide_sameInputs_answersAsThePlainKernel() {
    int lanes = 2 * VectorTanh.WIDTH;
    VectorLanes vector = new VectorLanes(model.architecture(), model.weights(), lanes);
    float[][] states = new float[lanes][2 * 32];
    float[] points = new float[lanes * 2];
    KernelInputs inputs = new KernelInputs(1);
    for (int i = 0; i < POINTS; i++) {
      float[] input = inputs.next();
      System.arraycopy(input, 0, points, points.length - 2, 2);
      float[] answers = vector.step(states, points);
      float[] last = {answers[lanes - 1], answers[vector.stride() + lanes - 1]};
      assertPlainAnswers(input, last, 0);
    }
  }

  @Test
  void djl_batchOfTheSameSeries_answersAsThePlainKernel() {
    try (DjlLstm djl = new DjlLstm(model.architecture(), model.weights(), 2)) {
      KernelInputs inputs = new KernelInputs(1);
      for (int i = 0; i < POINTS; i++) {
        float[] input = inputs.next();
        float[] answer = djl.step(new float[] {0f, 0f, input[0], input[1]});
        assertPlainAnswers(input, answer, 2);
      }
    }
  }

  @Test
  void benchmark_plainSideBySide_stepsEverySeries() {
    KernelBenchmark benchmark = new KernelBenchmark();
    benchmark.setUp();
    int series = 0;
    for (float[][] states : benchmark.plainBatched()) {
      for (float[] state : states) {
        assertThat(state[state.length - 1]).isFinite();
        series++;
      }
    }
    assertThat(series).isEqualTo(KernelBenchmark.SERIES);
  }

  private void assertPlainAnswers(float[] input, float[] answer, int at) {
    plain.step(state, input);
    assertThat(answer[at]).isCloseTo(state.mu(0), within(1e-4f));
    assertThat(answer[at + 1]).isCloseTo(state.logSigma(0), within(1e-4f));
  }
}
