package dev.weir.trainer.fit;

import dev.weir.trainer.window.WindowBatch;

/** How a pass over the training span changes a network. */
sealed interface Learning permits Learner, RidgeLearner {

  /** Learns from one window of every lane. */
  BatchOutcome learn(WindowBatch batch, LaneState state);

  /** The pass is over. */
  void passDone();
}
