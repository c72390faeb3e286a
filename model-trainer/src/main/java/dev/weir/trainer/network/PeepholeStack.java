// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Layers of LSTM cells with peepholes (Graves 2013, eq. 7-11).
 *
 * <p>Input and forget gate use the previous cell, the output gate uses the new one. Gates are in
 * the order i, f, g, o.
 */
final class PeepholeStack implements TrainableCell {

  private static final int GATES = 4;
  private static final int PEEPHOLES = 3;

  private final Architecture architecture;
  private final NamedParameters parameters;
  private final UnrolledLayers unrolled;

  /**
   * Draws weights and peepholes uniformly within 1/sqrt(hidden); biases are 0, except that of the
   * forget gate.
   */
  PeepholeStack(Architecture architecture, NetworkConfig config, NDManager manager, Random random) {
    this.architecture = architecture;
    parameters = new NamedParameters(manager);
    unrolled = new UnrolledLayers(parameters, "lstm", architecture.layers(), config.dropout());
    for (int layer = 0; layer < architecture.layers(); layer++) {
      int inputs = layer == 0 ? architecture.inputs() : architecture.hidden();
      add("lstm.weight_ih_l" + layer, random, GATES * architecture.hidden(), inputs);
      add("lstm.weight_hh_l" + layer, random, GATES * architecture.hidden(), architecture.hidden());
      add("lstm.peephole_l" + layer, random, PEEPHOLES * architecture.hidden());
      float[] bias = bias(config.forgetBias());
      parameters.add("lstm.bias_l" + layer, bias, bias.length);
    }
  }

  private void add(String name, Random random, long... shape) {
    double bound = 1 / Math.sqrt(architecture.hidden());
    parameters.add(name, ParameterArrays.uniform(new Shape(shape), bound, random), shape);
  }

  private float[] bias(double forgetBias) {
    int hidden = architecture.hidden();
    float[] bias = new float[GATES * hidden];
    Arrays.fill(bias, hidden, 2 * hidden, (float) forgetBias);
    return bias;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.list();
  }

  @Override
  public NDList zeroState(NDManager manager, int lanes) {
    Shape shape = new Shape(architecture.layers(), lanes, architecture.hidden());
    return new NDList(manager.zeros(shape), manager.zeros(shape));
  }

  @Override
  public NDList forward(ParameterStore store, NDArray input, NDList state, boolean training) {
    List<NDList> peepholes = new ArrayList<>();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      NDList split = parameters.get("lstm.peephole_l" + layer).split(PEEPHOLES, 0);
      split.attach(input.getManager());
      peepholes.add(split);
    }
    return unrolled.run(
        input,
        state,
        training,
        (layer, sums, layerState) -> next(layer, sums, layerState, peepholes.get(layer)));
  }

  /**
   * @param inputSums contribution of the input, {@code [lane, 4 * hidden]}
   * @param peepholes those of i, f and o
   */
  private NDList next(int layer, NDArray inputSums, NDList state, NDList peepholes) {
    NDArray recurrent = parameters.get("lstm.weight_hh_l" + layer);
    NDArray sums = inputSums.add(Linear.linear(state.get(0), recurrent).singletonOrThrow());
    NDList gates = sums.split(GATES, 1);
    NDArray cell = state.get(1);
    NDArray i = Activation.sigmoid(gates.get(0).add(cell.mul(peepholes.get(0))));
    NDArray f = Activation.sigmoid(gates.get(1).add(cell.mul(peepholes.get(1))));
    NDArray newCell = f.mul(cell).add(i.mul(gates.get(2).tanh()));
    NDArray o = Activation.sigmoid(gates.get(3).add(newCell.mul(peepholes.get(2))));
    return new NDList(o.mul(newCell.tanh()), newCell);
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
