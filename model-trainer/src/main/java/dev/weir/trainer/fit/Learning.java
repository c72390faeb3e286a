// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.window.WindowBatch;

/** How a pass over the training span changes a network. */
sealed interface Learning permits Learner, RidgeLearner {

  /**
   * Learns from one window of every lane.
   *
   * @param state of the lanes before the window; afterwards, behind it
   */
  BatchOutcome learn(WindowBatch batch, LaneState state);

  /** Ends a pass: from now on the network has what was learnt. */
  default void passDone() {}
}
