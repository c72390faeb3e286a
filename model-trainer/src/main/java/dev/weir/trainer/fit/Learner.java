// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.WindowBatch;

/** Method by which a network learns. */
sealed interface Learner permits GradientLearner, RidgeLearner {

  /**
   * Learns from one window of every lane.
   *
   * @param state state at the start of the window; moved to its end
   */
  BatchOutcome learn(WindowBatch batch, LaneState state);

  /** Ends a pass and applies its result to the network. */
  default void endPass() {}
}
