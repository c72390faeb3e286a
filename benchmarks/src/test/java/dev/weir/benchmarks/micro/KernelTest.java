// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

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
  void vectorLstm_sameInputs_equalsPlainJava() {
    VectorLstm vector = new VectorLstm(model.architecture(), model.weights());
    float[] vectorState = vector.newState();
    float[] output = new float[2];
    KernelInputs inputs = new KernelInputs(1);
    for (int i = 0; i < POINTS; i++) {
      float[] input = inputs.next();
      vector.step(vectorState, input, output);
      assertEqualsPlain(input, output, 0);
    }
  }

  @Test
  void vectorLstmBatch_sameInputs_equalsPlainJava() {
    int lanes = 2 * VectorActivation.LANES;
    VectorLstmBatch vector = new VectorLstmBatch(model.architecture(), model.weights(), lanes);
    float[][] states = new float[lanes][2 * 32];
    float[] points = new float[lanes * 2];
    KernelInputs inputs = new KernelInputs(1);
    for (int i = 0; i < POINTS; i++) {
      float[] input = inputs.next();
      System.arraycopy(input, 0, points, points.length - 2, 2);
      float[] outputs = vector.step(states, points);
      float[] last = {outputs[lanes - 1], outputs[vector.stride() + lanes - 1]};
      assertEqualsPlain(input, last, 0);
    }
  }

  @Test
  void djlLstm_sameInputs_equalsPlainJava() {
    try (DjlLstm djl = new DjlLstm(model.architecture(), model.weights(), 2)) {
      KernelInputs inputs = new KernelInputs(1);
      for (int i = 0; i < POINTS; i++) {
        float[] input = inputs.next();
        float[] output = djl.step(new float[] {0f, 0f, input[0], input[1]});
        assertEqualsPlain(input, output, 2);
      }
    }
  }

  @Test
  void plainBatched_stepsEverySeries() {
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

  private void assertEqualsPlain(float[] input, float[] output, int at) {
    plain.step(state, input);
    assertThat(output[at]).isCloseTo(state.mu(0), within(1e-4f));
    assertThat(output[at + 1]).isCloseTo(state.logSigma(0), within(1e-4f));
  }
}
