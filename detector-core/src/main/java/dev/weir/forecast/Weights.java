// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trained parameters of a network, by the names that PyTorch uses, in alphabetical order.
 *
 * <p>For layer {@code k} with {@code in} inputs and {@code h} units:
 *
 * <ul>
 *   <li>lstm: {@code lstm.weight_ih_lk [4h, in]}, {@code lstm.weight_hh_lk [4h, h]}, {@code
 *       lstm.bias_lk [4h]}, the sum of both PyTorch biases; gates in the order i, f, g, o
 *   <li>lstm-peephole: the same, and {@code lstm.peephole_lk [3h]}: from the cell to i, f, o
 *   <li>gru: {@code gru.weight_ih_lk [3h, in]}, {@code gru.weight_hh_lk [3h, h]}, {@code
 *       gru.bias_ih_lk [3h]}, {@code gru.bias_hh_lk [3h]}; gates in the order r, z, n
 *   <li>elman: {@code rnn.weight_ih_lk [h, in]}, {@code rnn.weight_hh_lk [h, h]}, {@code
 *       rnn.bias_lk [h]}, the sum of both PyTorch biases
 *   <li>feedforward: {@code feedforward.weight_lk [h, lags * in]}, newest input first, {@code
 *       feedforward.bias_lk [h]}; lags is {@value CellKind#FEEDFORWARD_LAGS} in the first layer and
 *       1 above it
 *   <li>esn: {@code esn.weight_ih_lk [h, in]}, {@code esn.weight_hh_lk [h, h]}, {@code esn.bias_lk
 *       [h]}, {@code esn.leak_lk [h]}
 * </ul>
 *
 * <p>For the head: {@code head.weight [2 * feature, hidden]} and {@code head.bias [2 * feature]}:
 * mu of each feature, then log sigma of each feature.
 *
 * @param tensors tensors by name; not empty
 */
public record Weights(Map<String, Tensor> tensors) {

  /** Makes a sorted, unmodifiable copy. */
  public Weights {
    tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
  }

  /** Number of parameters. */
  public int parameters() {
    return tensors.values().stream().mapToInt(tensor -> tensor.values().length).sum();
  }

  /**
   * Returns the values of a tensor.
   *
   * @throws IllegalArgumentException if it is missing or has another shape
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
