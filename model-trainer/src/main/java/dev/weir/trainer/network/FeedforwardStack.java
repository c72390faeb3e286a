// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Feedforward layers of tanh units over a window of lagged inputs, without recurrence.
 *
 * <p>The state is the inputs of the previous steps, {@code [1, lane, (lags - 1) * inputs]}, oldest
 * first; 0 before the start of a sequence.
 */
final class FeedforwardStack implements TrainableCell {

  private static final int LAGGED = CellKind.FEEDFORWARD_LAGS - 1;

  private final Architecture architecture;
  private final NamedParameters parameters;

  /** Draws weights uniformly within 1/sqrt(inputs of the layer); biases are 0. */
  FeedforwardStack(Architecture architecture, NDManager manager, Random random) {
    this.architecture = architecture;
    parameters = new NamedParameters(manager);
    int hidden = architecture.hidden();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      int inputs = layer == 0 ? (LAGGED + 1) * architecture.inputs() : hidden;
      float[] weight =
          ParameterArrays.uniform(new Shape(hidden, inputs), 1 / Math.sqrt(inputs), random);
      parameters.add("feedforward.weight_l" + layer, weight, hidden, inputs);
      parameters.add("feedforward.bias_l" + layer, new float[hidden], hidden);
    }
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.list();
  }

  @Override
  public NDList zeroState(NDManager manager, int lanes) {
    return new NDList(manager.zeros(new Shape(1, lanes, (long) LAGGED * architecture.inputs())));
  }

  @Override
  public NDList forward(ParameterStore store, NDArray input, NDList state, boolean training) {
    long lanes = input.getShape().get(0);
    long time = input.getShape().get(1);
    NDArray before = state.get(0).reshape(lanes, LAGGED, architecture.inputs());
    NDArray all = before.concat(input, 1);
    NDArray output = lagged(all, time);
    for (int layer = 0; layer < architecture.layers(); layer++) {
      NDArray weight = parameters.get("feedforward.weight_l" + layer);
      NDArray bias = parameters.get("feedforward.bias_l" + layer);
      output = Linear.linear(output, weight, bias).singletonOrThrow().tanh();
    }
    NDArray newState = all.get(new NDIndex(":, {}:", time));
    return new NDList(output, newState.reshape(1, lanes, -1));
  }

  /** Returns {@code [lane, time, lags * inputs]}, newest lag first. */
  private static NDArray lagged(NDArray all, long time) {
    NDList lags = new NDList();
    for (int lag = 0; lag <= LAGGED; lag++) {
      lags.add(all.get(new NDIndex(":, {}:{}", LAGGED - lag, LAGGED - lag + time)));
    }
    return NDArrays.concat(lags, 2);
  }

  @Override
  public void load(Weights weights) {
    parameters.load(weights);
  }

  @Override
  public Map<String, Tensor> export() {
    return parameters.export();
  }
}
