package dev.weir.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trained parameters of a forecaster by PyTorch's names, in alphabetical order.
 *
 * <p>For layer {@code k}, with {@code in} its inputs and {@code h} its units:
 *
 * <ul>
 *   <li>lstm: {@code lstm.weight_ih_lk [4h, in]}, {@code lstm.weight_hh_lk [4h, h]}, {@code
 *       lstm.bias_lk [4h]}, the sum of PyTorch's two; gates in the order i, f, g, o
 *   <li>lstm-peephole: the same, and {@code lstm.peephole_lk [3h]}: from the cell to i, f, o
 *   <li>gru: {@code gru.weight_ih_lk [3h, in]}, {@code gru.weight_hh_lk [3h, h]}, {@code
 *       gru.bias_ih_lk [3h]}, {@code gru.bias_hh_lk [3h]}; gates in the order r, z, n
 *   <li>elman: {@code rnn.weight_ih_lk [h, in]}, {@code rnn.weight_hh_lk [h, h]}, {@code
 *       rnn.bias_lk [h]}, the sum of PyTorch's two
 *   <li>feedforward: {@code feedforward.weight_lk [h, lags * in]}, newest input first, {@code
 *       feedforward.bias_lk [h]}; lags is {@value CellKind#FEEDFORWARD_LAGS} in the first layer and
 *       1 above it
 *   <li>esn: {@code esn.weight_ih_lk [h, in]}, {@code esn.weight_hh_lk [h, h]}, {@code esn.bias_lk
 *       [h]}, {@code esn.leak_lk [h]}
 * </ul>
 *
 * <p>Then {@code head.weight [2 * feature, hidden]} and {@code head.bias [2 * feature]}: first mu,
 * then log sigma.
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
