// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Layers of LSTM, GRU or Elman cells: one recurrent block of DJL.
 *
 * <p>The layout is PyTorch's: gates in the order i, f, g, o or r, z, n, and two bias vectors per
 * layer. LSTM and Elman add both vectors, so the core stores their sum; the forget bias is set in
 * the first vector only. The GRU multiplies its second vector by the reset gate, so the core stores
 * both.
 */
final class RecurrentStack implements TrainableCell {

  private static final int FORGET_GATE = 1;

  private final Architecture architecture;
  private final RecurrentBlock block;
  private final String prefix;
  private final boolean summedBias;
  private final boolean hasCell;

  private RecurrentStack(Architecture architecture, RecurrentBlock block, String prefix) {
    this.architecture = architecture;
    this.block = block;
    this.prefix = prefix;
    summedBias = !(block instanceof GRU);
    hasCell = block instanceof LSTM;
  }

  static RecurrentStack lstm(Architecture architecture, double dropout) {
    LSTM.Builder builder = LSTM.builder();
    return new RecurrentStack(architecture, shaped(builder, architecture, dropout).build(), "lstm");
  }

  static RecurrentStack gru(Architecture architecture, double dropout) {
    GRU.Builder builder = GRU.builder();
    return new RecurrentStack(architecture, shaped(builder, architecture, dropout).build(), "gru");
  }

  static RecurrentStack elman(Architecture architecture, double dropout) {
    RNN.Builder builder = RNN.builder().setActivation(RNN.Activation.TANH);
    return new RecurrentStack(architecture, shaped(builder, architecture, dropout).build(), "rnn");
  }

  private static <B extends RecurrentBlock.BaseBuilder<B>> B shaped(
      B builder, Architecture architecture, double dropout) {
    return builder
        .setStateSize(architecture.hidden())
        .setNumLayers(architecture.layers())
        .optDropRate((float) (architecture.layers() > 1 ? dropout : 0))
        .optReturnState(true);
  }

  /**
   * Draws weights uniformly within 1/sqrt(hidden); biases are 0, except that of the forget gate.
   */
  RecurrentStack initialize(NDManager manager, double forgetBias, Random random) {
    double bound = 1 / Math.sqrt(architecture.hidden());
    for (Parameter parameter : block.getParameters().values()) {
      String name = parameter.getName();
      boolean hasForgetBias = hasCell && name.contains("i2h");
      parameter.setInitializer(
          (m, shape, type) ->
              name.endsWith(Parameter.Type.WEIGHT.name())
                  ? m.create(ParameterArrays.uniform(shape, bound, random), shape)
                  : m.create(bias(shape, hasForgetBias ? forgetBias : 0), shape));
    }
    block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, architecture.inputs()));
    return this;
  }

  private float[] bias(Shape shape, double forgetBias) {
    float[] bias = new float[(int) shape.size()];
    int hidden = architecture.hidden();
    if (forgetBias != 0) {
      Arrays.fill(bias, FORGET_GATE * hidden, (FORGET_GATE + 1) * hidden, (float) forgetBias);
    }
    return bias;
  }

  @Override
  public List<Parameter> parameters() {
    return block.getParameters().values();
  }

  @Override
  public NDList zeroState(NDManager manager, int lanes) {
    Shape shape = new Shape(architecture.layers(), lanes, architecture.hidden());
    NDList state = new NDList(manager.zeros(shape));
    if (hasCell) {
      state.add(manager.zeros(shape));
    }
    return state;
  }

  @Override
  public NDList forward(ParameterStore store, NDArray input, NDList state, boolean training) {
    NDList inputs = new NDList(input);
    inputs.addAll(state);
    return block.forward(store, inputs, training);
  }

  /** Loads a summed bias into the first vector and sets the second to 0. */
  @Override
  public void load(Weights weights) {
    for (int layer = 0; layer < architecture.layers(); layer++) {
      ParameterArrays.load(array(layer, "i2h_WEIGHT"), weights, name("weight_ih", layer));
      ParameterArrays.load(array(layer, "h2h_WEIGHT"), weights, name("weight_hh", layer));
      NDArray second = array(layer, "h2h_BIAS");
      if (summedBias) {
        ParameterArrays.load(array(layer, "i2h_BIAS"), weights, name("bias", layer));
        ParameterArrays.load(second, new float[(int) second.size()]);
      } else {
        ParameterArrays.load(array(layer, "i2h_BIAS"), weights, name("bias_ih", layer));
        ParameterArrays.load(second, weights, name("bias_hh", layer));
      }
    }
  }

  @Override
  public Map<String, Tensor> export() {
    Map<String, Tensor> tensors = new TreeMap<>();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      tensors.put(name("weight_ih", layer), tensor(layer, "i2h_WEIGHT"));
      tensors.put(name("weight_hh", layer), tensor(layer, "h2h_WEIGHT"));
      if (summedBias) {
        tensors.put(name("bias", layer), summedBias(layer));
      } else {
        tensors.put(name("bias_ih", layer), tensor(layer, "i2h_BIAS"));
        tensors.put(name("bias_hh", layer), tensor(layer, "h2h_BIAS"));
      }
    }
    return tensors;
  }

  private String name(String block, int layer) {
    return prefix + "." + block + "_l" + layer;
  }

  private Tensor summedBias(int layer) {
    float[] sum = array(layer, "i2h_BIAS").toFloatArray();
    float[] other = array(layer, "h2h_BIAS").toFloatArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return new Tensor(new int[] {sum.length}, sum);
  }

  private Tensor tensor(int layer, String suffix) {
    return ParameterArrays.tensor(array(layer, suffix));
  }

  private NDArray array(int layer, String suffix) {
    return block.getParameters().get("l_" + layer + "_" + suffix).getArray();
  }
}
