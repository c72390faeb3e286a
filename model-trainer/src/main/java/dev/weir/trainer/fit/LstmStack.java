package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * DJL's LSTM, one block for all layers.
 *
 * <p>PyTorch's layout: gates in the order i, f, g, o, two bias vectors a layer which the core wants
 * summed. The forget gate's bias is set in the first and left zero in the second, so that the sum
 * is what was asked for.
 */
final class LstmStack implements TrainableCell {

  private static final int GATES = 4;
  private static final int FORGET_GATE = 1;

  private final Architecture architecture;
  private final LSTM block;

  LstmStack(Architecture architecture, double dropout) {
    this.architecture = architecture;
    block =
        LSTM.builder()
            .setStateSize(architecture.hidden())
            .setNumLayers(architecture.layers())
            .optDropRate((float) (architecture.layers() > 1 ? dropout : 0))
            .optReturnState(true)
            .build();
  }

  /** Uniform within 1/sqrt(hidden), biases zero but the forget gate's. */
  void initialize(NDManager manager, double forgetBias, Random random) {
    double bound = 1 / Math.sqrt(architecture.hidden());
    for (Parameter parameter : block.getParameters().values()) {
      String name = parameter.getName();
      parameter.setInitializer(
          (m, shape, type) ->
              name.endsWith(Parameter.Type.WEIGHT.name())
                  ? m.create(Initial.uniform(shape, bound, random), shape)
                  : m.create(bias(shape, name.contains("i2h") ? forgetBias : 0), shape));
    }
    block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, architecture.inputs()));
  }

  private float[] bias(Shape shape, double forgetBias) {
    float[] bias = new float[(int) shape.size()];
    int hidden = architecture.hidden();
    Arrays.fill(bias, FORGET_GATE * hidden, (FORGET_GATE + 1) * hidden, (float) forgetBias);
    return bias;
  }

  @Override
  public Block block() {
    return block;
  }

  @Override
  public NDList zeroState(NDManager manager, int lanes) {
    Shape shape = new Shape(architecture.layers(), lanes, architecture.hidden());
    return new NDList(manager.zeros(shape), manager.zeros(shape));
  }

  @Override
  public NDList forward(ParameterStore store, NDArray input, NDList state, boolean training) {
    return block.forward(store, new NDList(input, state.get(0), state.get(1)), training);
  }

  /** The core's bias is the sum of both: the second is zero again, as at the start. */
  @Override
  public void load(Weights weights) {
    for (int layer = 0; layer < architecture.layers(); layer++) {
      Initial.load(array(layer, "i2h_WEIGHT"), weights, "lstm.weight_ih_l" + layer);
      Initial.load(array(layer, "h2h_WEIGHT"), weights, "lstm.weight_hh_l" + layer);
      Initial.load(array(layer, "i2h_BIAS"), weights, "lstm.bias_l" + layer);
      NDArray second = array(layer, "h2h_BIAS");
      Initial.load(second, new float[(int) second.size()]);
    }
  }

  @Override
  public Map<String, Tensor> export() {
    Map<String, Tensor> tensors = new TreeMap<>();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      tensors.put("lstm.weight_ih_l" + layer, tensor(layer, "i2h_WEIGHT"));
      tensors.put("lstm.weight_hh_l" + layer, tensor(layer, "h2h_WEIGHT"));
      tensors.put("lstm.bias_l" + layer, summedBias(layer));
    }
    return tensors;
  }

  private Tensor summedBias(int layer) {
    float[] sum = array(layer, "i2h_BIAS").toFloatArray();
    float[] other = array(layer, "h2h_BIAS").toFloatArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return new Tensor(new int[] {GATES * architecture.hidden()}, sum);
  }

  private Tensor tensor(int layer, String suffix) {
    return Initial.tensor(array(layer, suffix));
  }

  private NDArray array(int layer, String suffix) {
    return block.getParameters().get("l_" + layer + "_" + suffix).getArray();
  }
}
