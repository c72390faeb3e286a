// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

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
 * A stack of recurrent layers that can be trained: what the network is made of below its head.
 *
 * <p>Each kind of {@link dev.weir.forecast.CellKind} that is to be trained is one implementation;
 * the core steps the same kind from the tensors that {@link #export} gives.
 */
sealed interface TrainableCell
    permits RecurrentStack, PeepholeStack, FeedforwardStack, EchoStateStack {

  /** The parameters that are trained, always in the same order. */
  List<Parameter> parameters();

  /**
   * The state at the start of a sequence.
   *
   * @return arrays of {@code [layer, lane, unit]}, all zero
   */
  NDList zeroState(NDManager manager, int lanes);

  /**
   * One window.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state as {@link #zeroState}; not modified
   * @return output {@code [lane, time, hidden]}, then the state behind the last step
   */
  NDList forward(ParameterStore store, NDArray input, NDList state, boolean training);

  /**
   * Takes over parameters as {@link #export} gives them.
   *
   * @throws IllegalArgumentException where one is missing or of another shape
   */
  void load(Weights weights);

  /** The parameters by the names and in the layout of {@link dev.weir.forecast.Weights}. */
  Map<String, Tensor> export();
}
