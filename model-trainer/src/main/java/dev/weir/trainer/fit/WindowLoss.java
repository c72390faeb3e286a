// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.trainer.window.WindowBatch;

/** Loss of a network on one window of every lane. */
final class WindowLoss {

  private final ForecastNetwork network;
  private final NegativeLogLikelihood loss;

  WindowLoss(ForecastNetwork network) {
    this.network = network;
    loss = new NegativeLogLikelihood(network.architecture().errorDistribution());
  }

  /**
   * Sum of the loss over all targets that count, without learning.
   *
   * @param state of the lanes before the window; afterwards, behind it
   */
  double judge(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager()) {
      NDList result = forward(scratch, batch, state, false);
      state.leave(result.subNDList(1));
      return result.get(0).getFloat();
    }
  }

  /**
   * Sum of the loss over all targets that count, then the state behind the window.
   *
   * @param scratch owns every array of the batch
   */
  NDList forward(NDManager scratch, WindowBatch batch, LaneState state, boolean training) {
    int features = network.architecture().features();
    int inputs = network.architecture().inputs();
    Shape rows = new Shape(batch.lanes(), batch.time());
    NDArray input = scratch.create(batch.inputs(), rows.add(inputs));
    NDArray target = scratch.create(batch.targets(), rows.add(features));
    NDArray mask = scratch.create(batch.mask(), rows.add(1));
    NDList output = network.forward(input, state.enter(scratch, batch), training);
    NDList result = new NDList(loss.sum(output.get(0), target, mask));
    result.addAll(output.subNDList(1));
    return result;
  }
}
