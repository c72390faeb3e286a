// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.WindowBatch;

/**
 * Learner by gradients: forward, loss, backward and optimiser step for each batch.
 *
 * <p>All arrays of a batch belong to one manager that is closed after it, so native memory does not
 * grow.
 */
final class GradientLearner implements Learner {

  private final ForecastNetwork network;
  private final WindowLoss loss;
  private final Gradients gradients;

  GradientLearner(ForecastNetwork network, Gradients gradients) {
    this.network = network;
    this.gradients = gradients;
    loss = new WindowLoss(network);
  }

  @Override
  public BatchOutcome learn(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = scratch.getEngine().newGradientCollector()) {
      NDList result = loss.forward(scratch, batch, state, true);
      int terms = Math.max(1, batch.points()) * network.architecture().features();
      NDArray mean = result.get(0).div(scratch.create((float) terms));
      double value = mean.getFloat();
      if (!Double.isFinite(value)) {
        state.reset();
        return new BatchOutcome.Skipped(batch.points(), "loss=" + value);
      }
      state.save(result.subNDList(1));
      if (batch.points() == 0) {
        return new BatchOutcome.Trained(0, 0, 0);
      }
      collector.backward(mean);
      return step(batch, state, value);
    }
  }

  private BatchOutcome step(WindowBatch batch, LaneState state, double value) {
    double norm = gradients.norm();
    if (!Double.isFinite(norm)) {
      gradients.clear();
      state.reset();
      return new BatchOutcome.Skipped(batch.points(), "gradient norm=" + norm);
    }
    gradients.step(norm);
    return new BatchOutcome.Trained(batch.points(), value, norm);
  }
}
