// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Layers of an echo state network: each is a {@link Reservoir}, which is not trained. */
final class EchoStateStack implements TrainableCell {

  private final Architecture architecture;
  private final NamedParameters parameters;
  private final UnrolledLayers unrolled;

  EchoStateStack(Architecture architecture, NDManager manager, Random random) {
    this.architecture = architecture;
    parameters = new NamedParameters(manager);
    unrolled = new UnrolledLayers(parameters, "esn", architecture.layers(), 0);
    int hidden = architecture.hidden();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      int inputs = layer == 0 ? architecture.inputs() : hidden;
      Reservoir reservoir = Reservoir.draw(inputs, hidden, random);
      parameters.add("esn.weight_ih_l" + layer, reservoir.inputWeights(), hidden, inputs);
      parameters.add("esn.weight_hh_l" + layer, reservoir.stateWeights(), hidden, hidden);
      parameters.add("esn.bias_l" + layer, reservoir.bias(), hidden);
      parameters.add("esn.leak_l" + layer, reservoir.leak(), hidden);
    }
  }

  /** Returns none: a reservoir is not trained. */
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public NDList zeroState(NDManager manager, int lanes) {
    return new NDList(
        manager.zeros(new Shape(architecture.layers(), lanes, architecture.hidden())));
  }

  @Override
  public NDList forward(ParameterStore store, NDArray input, NDList state, boolean training) {
    return unrolled.run(input, state, training, this::next);
  }

  private NDList next(int layer, NDArray inputSums, NDList state) {
    NDArray h = state.get(0);
    NDArray recurrent = parameters.get("esn.weight_hh_l" + layer);
    NDArray target = inputSums.add(Linear.linear(h, recurrent).singletonOrThrow()).tanh();
    return new NDList(h.add(target.sub(h).mul(parameters.get("esn.leak_l" + layer))));
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
