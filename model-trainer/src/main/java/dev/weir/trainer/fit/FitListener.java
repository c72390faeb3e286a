// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;

/** Listener for the progress of a fit, called on the fitting thread. */
public interface FitListener {

  /** Ignores all calls. */
  FitListener NONE = new FitListener() {};

  /**
   * Called before a pass.
   *
   * @param epoch number of the pass, from 1
   * @param epochs maximum number of passes
   * @param points targets in the pass
   */
  default void epochStarted(int epoch, int epochs, long points) {}

  /** Called after a batch. */
  default void batchDone(BatchOutcome outcome) {}

  /** Called after a pass. */
  default void epochDone(EpochOutcome outcome) {}

  /** Called after the fit. */
  default void fitDone() {}

  /** Returns a listener that calls all of these. */
  static FitListener all(List<FitListener> listeners) {
    return new FitListener() {
      @Override
      public void epochStarted(int epoch, int epochs, long points) {
        listeners.forEach(listener -> listener.epochStarted(epoch, epochs, points));
      }

      @Override
      public void batchDone(BatchOutcome outcome) {
        listeners.forEach(listener -> listener.batchDone(outcome));
      }

      @Override
      public void epochDone(EpochOutcome outcome) {
        listeners.forEach(listener -> listener.epochDone(outcome));
      }

      @Override
      public void fitDone() {
        listeners.forEach(FitListener::fitDone);
      }
    };
  }
}
