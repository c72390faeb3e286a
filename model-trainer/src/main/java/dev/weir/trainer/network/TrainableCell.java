// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.List;
import java.util.Map;

/**
 * The layers of a network below its head, trainable in DJL.
 *
 * <p>The core steps the same {@link dev.weir.forecast.CellKind} with the tensors of {@link
 * #export}.
 */
sealed interface TrainableCell
    permits RecurrentStack, PeepholeStack, FeedforwardStack, EchoStateStack {

  /** The trained parameters, always in the same order. */
  List<Parameter> parameters();

  /**
   * The state at the start of a sequence.
   *
   * @return arrays of {@code [layer, lane, unit]}, all zero
   */
  NDList zeroState(NDManager manager, int lanes);

  /**
   * Runs one window.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state as {@link #zeroState}; not modified
   * @return output {@code [lane, time, hidden]}, then the state after the last step
   */
  NDList forward(ParameterStore store, NDArray input, NDList state, boolean training);

  /**
   * Copies tensors in the layout of {@link #export} into the parameters.
   *
   * @throws IllegalArgumentException if one is missing or has another shape
   */
  void load(Weights weights);

  /** The parameters by the names and in the layout of {@link dev.weir.forecast.Weights}. */
  Map<String, Tensor> export();
}
