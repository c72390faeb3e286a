// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;

/** Steps layers point by point, for cells without a block in DJL. */
final class UnrolledLayers {

  /** One step of one layer. */
  @FunctionalInterface
  interface Step {

    /**
     * @param layer index of the layer
     * @param inputSums contribution of the input to the sums, {@code [lane, sums]}
     * @param state the layer's state, arrays of {@code [lane, hidden]}; the first is the output
     * @return the state after the step
     */
    NDList next(int layer, NDArray inputSums, NDList state);
  }

  private final NamedParameters parameters;
  private final String prefix;
  private final int layers;
  private final float dropout;

  /**
   * @param prefix of the parameters {@code weight_ih_lk} and {@code bias_lk}
   * @param dropout fraction of the outputs dropped between layers in training, 0 to below 1
   */
  UnrolledLayers(NamedParameters parameters, String prefix, int layers, double dropout) {
    this.parameters = parameters;
    this.prefix = prefix;
    this.layers = layers;
    this.dropout = (float) dropout;
  }

  /**
   * Runs one window.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state arrays of {@code [layer, lane, hidden]}
   * @return output {@code [lane, time, hidden]}, then the state after the last step
   */
  NDList run(NDArray input, NDList state, boolean training, Step step) {
    NDArray layerInput = input;
    NDList[] states = new NDList[layers];
    for (int layer = 0; layer < layers; layer++) {
      boolean drops = training && dropout > 0 && layer > 0;
      NDArray kept =
          drops ? Dropout.dropout(layerInput, dropout, true).singletonOrThrow() : layerInput;
      states[layer] = layerState(state, layer);
      layerInput = run(layer, kept, states, step);
    }
    NDList result = new NDList(layerInput);
    for (int i = 0; i < state.size(); i++) {
      result.add(stacked(states, i));
    }
    return result;
  }

  private static NDList layerState(NDList state, int layer) {
    NDList result = new NDList();
    state.forEach(array -> result.add(array.get(layer)));
    return result;
  }

  private NDArray run(int layer, NDArray input, NDList[] states, Step step) {
    NDArray inputSums =
        Linear.linear(
                input,
                parameters.get(prefix + ".weight_ih_l" + layer),
                parameters.get(prefix + ".bias_l" + layer))
            .singletonOrThrow()
            .swapAxes(0, 1);
    NDList outputs = new NDList();
    for (long t = 0; t < input.getShape().get(1); t++) {
      states[layer] = step.next(layer, inputSums.get(t), states[layer]);
      outputs.add(states[layer].get(0));
    }
    return NDArrays.stack(outputs, 1);
  }

  private static NDArray stacked(NDList[] states, int index) {
    NDList arrays = new NDList();
    for (NDList state : states) {
      arrays.add(state.get(index));
    }
    return NDArrays.stack(arrays, 0);
  }
}
