package dev.weir.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trained parameters of a forecaster by PyTorch's names, in alphabetical order.
 *
 * <p>For layer {@code k} of an LSTM: {@code lstm.weight_ih_lk [4 * hidden, inputs]}, {@code
 * lstm.weight_hh_lk [4 * hidden, hidden]}, {@code lstm.bias_lk [4 * hidden]}; gates in the order i,
 * f, g, o; the bias is the sum of PyTorch's two. Then {@code head.weight [2 * feature, hidden]} and
 * {@code head.bias [2 * feature]}: first mu, then log sigma.
 *
 * @param tensors name to block; not empty
 */
public record Weights(Map<String, Tensor> tensors) {

  /** Keeps a sorted, unmodifiable copy. */
  public Weights {
    tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
  }

  /** How many numbers there are in all. */
  public int parameters() {
    return tensors.values().stream().mapToInt(tensor -> tensor.values().length).sum();
  }

  /**
   * The block of this name.
   *
   * @throws IllegalArgumentException where it is absent or of another shape, with both named
   */
  float[] require(String name, int... shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "a weight is missing: name=" + name + ", found=" + tensors.keySet());
    }
    if (!Arrays.equals(shape, tensor.shape())) {
      throw new IllegalArgumentException(
          "a weight has the wrong shape: name="
              + name
              + ", expected="
              + Arrays.toString(shape)
              + ", found="
              + Arrays.toString(tensor.shape()));
    }
    return tensor.values();
  }
}
