// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.WindowBatch;

/** Loss of a network on one window of all lanes. */
final class WindowLoss {

  private final ForecastNetwork network;
  private final NegativeLogLikelihood loss;

  WindowLoss(ForecastNetwork network) {
    this.network = network;
    loss = new NegativeLogLikelihood(network.architecture().errorDistribution());
  }

  /**
   * Returns the sum of the loss over all counted targets, without gradients.
   *
   * @param state state at the start of the window; moved to its end
   */
  double evaluate(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager()) {
      NDList result = forward(scratch, batch, state, false);
      state.save(result.subNDList(1));
      return result.get(0).getFloat();
    }
  }

  /**
   * Returns the sum of the loss over all counted targets, then the state at the end of the window.
   *
   * @param scratch owns all arrays of the batch
   */
  NDList forward(NDManager scratch, WindowBatch batch, LaneState state, boolean training) {
    int features = network.architecture().features();
    int inputs = network.architecture().inputs();
    Shape rows = new Shape(batch.lanes(), batch.time());
    NDArray input = scratch.create(batch.inputs(), rows.add(inputs));
    NDArray target = scratch.create(batch.targets(), rows.add(features));
    NDArray mask = scratch.create(batch.mask(), rows.add(1));
    NDList output = network.forward(input, state.load(scratch, batch), training);
    NDList result = new NDList(loss.sum(output.get(0), target, mask));
    result.addAll(output.subNDList(1));
    return result;
  }
}
