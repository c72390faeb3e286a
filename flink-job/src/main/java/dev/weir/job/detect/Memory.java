package dev.weir.job.detect;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;

/**
 * What is remembered of a series, in whichever form it is at hand: the layout of a {@link
 * DetectorState} follows from its model, and whoever restores a checkpoint has no model yet.
 */
sealed interface Memory {

  /** One that may be changed while this one is written down. */
  default Memory copy() {
    return this;
  }

  /** A series never seen. */
  record None() implements Memory {}

  /**
   * As it was stored.
   *
   * @param model {@link ModelFingerprint} of the model that it belongs to
   * @param bytes a detector state's
   */
  record Stored(long model, byte[] bytes) implements Memory {}

  /**
   * Ready to be stepped.
   *
   * @param model {@link ModelFingerprint} of the detector's model
   */
  record Live(Detector detector, long model, DetectorState state) implements Memory {

    @Override
    public Memory copy() {
      return new Live(detector, model, state.copy());
    }
  }
}
