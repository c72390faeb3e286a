// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;

/** Told how a fit goes, on the thread that fits. */
public interface FitListener {

  /** Nobody listens. */
  FitListener NONE = new FitListener() {};

  /**
   * A pass begins.
   *
   * @param epoch number of the pass, from 1
   * @param epochs most passes there will be
   * @param points targets in the pass
   */
  default void epochStarted(int epoch, int epochs, long points) {}

  /** A batch is done. */
  default void batchDone(BatchOutcome outcome) {}

  /** A pass is done. */
  default void epochDone(EpochOutcome outcome) {}

  /** The fit is over. */
  default void fitDone() {}

  /** Tells several. */
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
