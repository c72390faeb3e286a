package dev.weir.trainer.fit;

import dev.weir.trainer.window.WindowBatch;
import java.util.function.BiFunction;

/** Lanes whose state is DJL's. */
final class TorchLanes implements Lanes {

  private final LaneState state;
  private final BiFunction<WindowBatch, LaneState, BatchOutcome> learning;
  private final Learner judge;

  /**
   * @param state closed with the lanes
   */
  TorchLanes(
      LaneState state, BiFunction<WindowBatch, LaneState, BatchOutcome> learning, Learner judge) {
    this.state = state;
    this.learning = learning;
    this.judge = judge;
  }

  @Override
  public BatchOutcome learn(WindowBatch batch) {
    return learning.apply(batch, state);
  }

  @Override
  public double judge(WindowBatch batch) {
    return judge.judge(batch, state);
  }

  @Override
  public void close() {
    state.close();
  }
}
