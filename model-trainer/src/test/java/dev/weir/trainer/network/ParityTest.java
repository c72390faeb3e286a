// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.fit.FitListener;
import dev.weir.trainer.fit.Fitter;
import dev.weir.trainer.fit.FitterTest;
import dev.weir.trainer.window.WindowBatch;
import java.time.Clock;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParityTest {

  private static final int STEPS = 2000;
  private static final float TOLERANCE = 1e-5f;

  static Stream<Architecture> shapes() {
    return Stream.of(CellKind.values())
        .flatMap(
            cell ->
                Stream.of("1,8,1", "1,32,1", "1,64,1", "3,32,1", "1,32,2", "2,24,3", "1,33,1")
                    .map(sizes -> shape(cell, sizes)));
  }

  private static Architecture shape(CellKind cell, String sizes) {
    int[] size = Stream.of(sizes.split(",")).mapToInt(Integer::parseInt).toArray();
    return new Architecture(cell, size[0], size[1], size[2], ErrorDistribution.STUDENT_T);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forecaster_manySteps_matchesDjl(Architecture shape) {
    try (ForecastNetwork network = network(shape, 11)) {
      float[][] inputs = inputs(shape, STEPS, 5);
      float[][] expected = network.run(inputs, 64);
      float[][] found = step(new Forecaster(shape, network.weights()), inputs);
      for (int t = 0; t < STEPS; t++) {
        assertThat(found[t]).as("step %d", t).containsExactly(expected[t], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void forecaster_trainedWeights_matchesDjl(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 24, 1, ErrorDistribution.STUDENT_T);
    FitConfig config = FitConfig.DEFAULT.withEpochs(3);
    try (ForecastNetwork network = new ForecastNetwork(shape, config.network())) {
      new Fitter(config, FitListener.NONE, Clock.systemUTC()).fit(network, FitterTest.data());
      float[][] inputs = inputs(shape, 1000, 5);
      float[][] expected = network.run(inputs, 64);
      float[][] found = step(new Forecaster(shape, network.weights()), inputs);
      for (int t = 0; t < inputs.length; t++) {
        assertThat(found[t]).as("step %d", t).containsExactly(expected[t], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_singleSteps_matchOnePass(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 32, 2, ErrorDistribution.GAUSSIAN);
    try (ForecastNetwork network = network(shape, 3)) {
      float[][] inputs = inputs(shape, 300, 8);
      float[][] whole = network.run(inputs, 300);
      float[][] single = network.run(inputs, 1);
      for (int t = 0; t < inputs.length; t++) {
        assertThat(single[t]).as("step %d", t).containsExactly(whole[t], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void load_weightsOfAnotherNetwork_givesTheSameOutputs(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 12, 2, ErrorDistribution.GAUSSIAN);
    try (ForecastNetwork one = network(shape, 3);
        ForecastNetwork other = network(shape, 4)) {
      float[][] inputs = inputs(shape, 100, 8);
      other.load(one.weights());
      float[][] expected = one.run(inputs, 100);
      float[][] found = other.run(inputs, 100);
      for (int t = 0; t < inputs.length; t++) {
        assertThat(found[t]).as("step %d", t).containsExactly(expected[t], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void laneState_newSequence_startsFromZero(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 8, 2, ErrorDistribution.GAUSSIAN);
    try (ForecastNetwork network = network(shape, 3);
        NDManager scratch = network.manager().newSubManager();
        LaneState state = new LaneState(network, 2)) {
      NDArray input = scratch.randomNormal(new Shape(2, 20, shape.inputs()));
      state.save(network.forward(input, network.zeroState(2), false).subNDList(1));
      NDList loaded = state.load(scratch, keepingSecondLane());
      NDArray output = network.forward(input, loaded, false).get(0);
      NDArray fresh = network.forward(input, network.zeroState(2), false).get(0);
      assertThat(output.get(0).toFloatArray())
          .containsExactly(fresh.get(0).toFloatArray(), within(TOLERANCE));
      assertThat(output.get(1).toFloatArray()).isNotEqualTo(fresh.get(1).toFloatArray());
    }
  }

  private static WindowBatch keepingSecondLane() {
    return new WindowBatch(2, 1, new float[4], new float[2], new float[2], new float[] {0, 1}, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"LSTM", "LSTM_PEEPHOLE"})
  void weights_forgetBias_isInTheSummedBias(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 4, 1, ErrorDistribution.GAUSSIAN);
    try (ForecastNetwork network = new ForecastNetwork(shape, new NetworkConfig(5, 0, 1))) {
      float[] bias = network.weights().tensors().get("lstm.bias_l0").values();
      assertThat(bias).containsExactly(0, 0, 0, 0, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  private static ForecastNetwork network(Architecture shape, long seed) {
    return new ForecastNetwork(shape, new NetworkConfig(1, 0, seed));
  }

  private static float[][] inputs(Architecture shape, int steps, long seed) {
    Random random = new Random(seed);
    float[][] inputs = new float[steps][shape.inputs()];
    for (float[] input : inputs) {
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) (3 * random.nextGaussian());
      }
    }
    return inputs;
  }

  private static float[][] step(Forecaster forecaster, float[][] inputs) {
    int features = forecaster.architecture().features();
    ForecastState state = forecaster.newState();
    float[][] outputs = new float[inputs.length][2 * features];
    for (int t = 0; t < inputs.length; t++) {
      forecaster.step(state, inputs[t]);
      for (int f = 0; f < features; f++) {
        outputs[t][f] = state.mu(f);
        outputs[t][features + f] = state.logSigma(f);
      }
    }
    return outputs;
  }
}
