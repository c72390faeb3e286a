// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

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
 * LSTM with peepholes (Graves 2013, eq. 7-11): the input and the forget gate see the cell as it
 * was, the output gate as it becomes. Gates in the order i, f, g, o.
 */
final class PeepholeStack implements TrainableCell {

  private static final int GATES = 4;
  private static final int PEEPHOLES = 3;

  private final Architecture architecture;
  private final NamedParameters parameters;
  private final Unrolled unrolled;

  /** Uniform within 1/sqrt(hidden), peepholes too; biases zero but the forget gate's. */
  PeepholeStack(Architecture architecture, FitConfig config, NDManager manager, Random random) {
    this.architecture = architecture;
    parameters = new NamedParameters(manager);
    unrolled = new Unrolled(parameters, "lstm", architecture.layers(), config.dropout());
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
    parameters.add(name, Initial.uniform(new Shape(shape), bound, random), shape);
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
    List<NDList> holes = new ArrayList<>();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      NDList split = parameters.get("lstm.peephole_l" + layer).split(PEEPHOLES, 0);
      split.attach(input.getManager());
      holes.add(split);
    }
    return unrolled.run(
        input,
        state,
        training,
        (layer, drive, before) -> next(layer, drive, before, holes.get(layer)));
  }

  /**
   * @param holes peepholes of i, f and o
   */
  private NDList next(int layer, NDArray drive, NDList state, NDList holes) {
    NDArray recurrent = parameters.get("lstm.weight_hh_l" + layer);
    NDArray sums = drive.add(Linear.linear(state.get(0), recurrent).singletonOrThrow());
    NDList gates = sums.split(GATES, 1);
    NDArray before = state.get(1);
    NDArray i = Activation.sigmoid(gates.get(0).add(before.mul(holes.get(0))));
    NDArray f = Activation.sigmoid(gates.get(1).add(before.mul(holes.get(1))));
    NDArray now = f.mul(before).add(i.mul(gates.get(2).tanh()));
    NDArray o = Activation.sigmoid(gates.get(3).add(now.mul(holes.get(2))));
    return new NDList(o.mul(now.tanh()), now);
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
