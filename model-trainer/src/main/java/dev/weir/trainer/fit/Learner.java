package dev.weir.trainer.fit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.weir.trainer.window.WindowBatch;

/**
 * One batch after another through the network: forward, loss, and, when learning, backward and
 * step.
 *
 * <p>Every array of a batch lives in a manager of its own that is closed with it: native memory
 * stays flat however long the fit.
 */
final class Learner implements Learning {

  private final ForecastNetwork network;
  private final NegativeLogLikelihood loss;
  private final Gradients gradients;
  private final Engine engine = TorchEngine.engine();

  Learner(ForecastNetwork network, Gradients gradients) {
    this.network = network;
    this.gradients = gradients;
    loss =
        new NegativeLogLikelihood(network.architecture().law(), network.architecture().features());
  }

  @Override
  public Lanes lanes(int lanes, int time) {
    return new TorchLanes(new LaneState(network, lanes), this::learn, this);
  }

  @Override
  public boolean isClipped(double norm) {
    return gradients.isClipped(norm);
  }

  /** Learns from one window of every lane. */
  BatchOutcome learn(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDList result = forward(scratch, batch, state, true);
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

  @Override
  public void passDone() {}

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

  /**
   * Judges one window of every lane.
   *
   * @return sum of the loss over all targets that count
   */
  double judge(WindowBatch batch, LaneState state) {
    try (NDManager scratch = network.manager().newSubManager()) {
      NDList result = forward(scratch, batch, state, false);
      state.leave(result.subNDList(1));
      return result.get(0).getFloat();
    }
  }

  private NDList forward(NDManager scratch, WindowBatch batch, LaneState state, boolean training) {
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
