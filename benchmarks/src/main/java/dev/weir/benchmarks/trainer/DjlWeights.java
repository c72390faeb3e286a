package dev.weir.benchmarks.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Weights between DJL's block, an LSTM below a linear layer, and the core. */
final class DjlWeights {

  private static final String FIRST_BIAS = "lstm.bias_l0";

  /** End of the parameter's name in DJL to name in the core. */
  private static final Map<String, String> NAMES =
      Map.of(
          "i2h_WEIGHT", "lstm.weight_ih_l0",
          "h2h_WEIGHT", "lstm.weight_hh_l0",
          "i2h_BIAS", FIRST_BIAS,
          "_weight", "head.weight",
          "_bias", "head.bias");

  /** DJL has two where the core has their sum. */
  private static final String SECOND_BIAS = "h2h_BIAS";

  private DjlWeights() {}

  /** Loads; the second bias stays as it is, zero. */
  static void load(Block block, Weights weights) {
    NAMES.forEach((end, name) -> set(array(block, end), values(weights.tensors(), name)));
    NDArray second = array(block, SECOND_BIAS);
    set(second, new float[(int) second.size()]);
  }

  private static float[] values(Map<String, Tensor> tensors, String name) {
    return Objects.requireNonNull(tensors.get(name), name).values();
  }

  private static void set(NDArray array, float[] values) {
    try (NDArray copy = array.getManager().create(values, array.getShape())) {
      array.set(new NDIndex(":"), copy);
    }
  }

  static Weights export(Block block) {
    Map<String, Tensor> tensors = new TreeMap<>();
    NAMES.forEach((end, name) -> tensors.put(name, tensor(array(block, end))));
    float[] sum = values(tensors, FIRST_BIAS);
    float[] second = array(block, SECOND_BIAS).toFloatArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += second[i];
    }
    return new Weights(tensors);
  }

  private static Tensor tensor(NDArray array) {
    int[] shape = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    return new Tensor(shape, array.toFloatArray());
  }

  private static NDArray array(Block block, String end) {
    List<String> names =
        block.getParameters().keys().stream().filter(name -> name.endsWith(end)).toList();
    if (names.size() != 1) {
      throw new IllegalStateException(
          "one parameter must end so: end=" + end + ", found=" + block.getParameters().keys());
    }
    return block.getParameters().get(names.get(0)).getArray();
  }
}
