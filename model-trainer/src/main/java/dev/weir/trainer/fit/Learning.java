package dev.weir.trainer.fit;

/** How a pass over the training span changes a network. */
sealed interface Learning permits Learner, RidgeLearner, JavaLearner {

  /**
   * Lanes in an empty state.
   *
   * @param lanes how many
   * @param time steps of a window
   */
  Lanes lanes(int lanes, int time);

  /** Whether a gradient of this norm is shortened. */
  boolean isClipped(double norm);

  /** The pass is over: from now on the network has what was learnt. */
  void passDone();
}
