// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;

/** A stack of layers stepped point by point: for cells that DJL has no block for. */
final class Unrolled {

  /** One step of one layer. */
  @FunctionalInterface
  interface Step {

    /**
     * @param layer index of the layer
     * @param drive what the input adds to the sums, {@code [lane, sums]}
     * @param state the layer's state, arrays of {@code [lane, hidden]}; the first is its output
     * @return the state behind the step
     */
    NDList next(int layer, NDArray drive, NDList state);
  }

  private final NamedParameters parameters;
  private final String prefix;
  private final int layers;
  private final float dropout;

  /**
   * @param prefix of the parameters {@code weight_ih_lk} and {@code bias_lk}
   * @param dropout part of a layer's outputs dropped before the next one, while learning
   */
  Unrolled(NamedParameters parameters, String prefix, int layers, double dropout) {
    this.parameters = parameters;
    this.prefix = prefix;
    this.layers = layers;
    this.dropout = (float) dropout;
  }

  /**
   * One window.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state arrays of {@code [layer, lane, hidden]}
   * @return output {@code [lane, time, hidden]}, then the state behind the last step
   */
  NDList run(NDArray input, NDList state, boolean training, Step step) {
    NDArray layerInput = input;
    NDList[] behind = new NDList[layers];
    for (int layer = 0; layer < layers; layer++) {
      boolean drops = training && dropout > 0 && layer > 0;
      NDArray shown =
          drops ? Dropout.dropout(layerInput, dropout, true).singletonOrThrow() : layerInput;
      behind[layer] = layer(layer, state);
      layerInput = run(layer, shown, behind, step);
    }
    NDList result = new NDList(layerInput);
    for (int i = 0; i < state.size(); i++) {
      result.add(stacked(behind, i));
    }
    return result;
  }

  private static NDList layer(int layer, NDList state) {
    NDList own = new NDList();
    state.forEach(array -> own.add(array.get(layer)));
    return own;
  }

  private NDArray run(int layer, NDArray input, NDList[] behind, Step step) {
    NDArray drive =
        Linear.linear(
                input,
                parameters.get(prefix + ".weight_ih_l" + layer),
                parameters.get(prefix + ".bias_l" + layer))
            .singletonOrThrow()
            .swapAxes(0, 1);
    NDList outputs = new NDList();
    for (long t = 0; t < input.getShape().get(1); t++) {
      behind[layer] = step.next(layer, drive.get(t), behind[layer]);
      outputs.add(behind[layer].get(0));
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
