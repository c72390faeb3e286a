// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.weir.trainer.window.WindowBatch;

/**
 * Learns by gradients, one batch after another: forward, loss, backward and step.
 *
 * <p>Every array of a batch lives in a manager of its own that is closed with it: native memory
 * stays flat however long the fit.
 */
final class Learner implements Learning {

  private final ForecastNetwork network;
  private final WindowLoss loss;
  private final Gradients gradients;
  private final Engine engine = TorchEngine.engine();

  Learner(ForecastNetwork network, Gradients gradients) {
    this.network = network;
    this.gradients = gradients;
    loss = new WindowLoss(network);
  }

  @Override
  public BatchOutcome learn(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDList result = loss.forward(scratch, batch, state, true);
      int terms = Math.max(1, batch.points()) * network.architecture().features();
      NDArray mean = result.get(0).div(scratch.create((float) terms));
      double value = mean.getFloat();
      if (!Double.isFinite(value)) {
        state.reset();
        return new BatchOutcome.Skipped(batch.points(), "loss=" + value);
      }
      state.leave(result.subNDList(1));
      if (batch.points() == 0) {
        return new BatchOutcome.Learnt(0, 0, 0);
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
    return new BatchOutcome.Learnt(batch.points(), value, norm);
  }
}
