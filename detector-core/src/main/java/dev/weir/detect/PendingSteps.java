// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.forecast.ForecastBatch;

/** The network steps that are deferred so that many series are stepped together. */
final class PendingSteps {

  /**
   * From this number of steps on, each round gets a new array: storing a reference in an old array
   * costs a garbage collector barrier.
   */
  private static final int NEW_ARRAY_STEPS = ForecastBatch.LANES / 4;

  private final ForecastBatch batch;
  private DetectorState[] states = new DetectorState[ForecastBatch.LANES];
  private int size;

  PendingSteps(ForecastBatch batch) {
    this.batch = batch;
  }

  /**
   * Adds a step; runs all pending steps when the batch is full.
   *
   * @param state state of the series, without a pending step
   * @param input input of its network, {@code [inputs]}; copied
   */
  void add(DetectorState state, float[] input) {
    batch.setInput(size, input);
    states[size] = state;
    state.stepPending = true;
    size++;
    if (size == states.length) {
      flush();
    }
  }

  /** Runs all pending steps. */
  void flush() {
    float[][] networks = new float[size][];
    for (int i = 0; i < size; i++) {
      networks[i] = states[i].network;
      states[i].stepPending = false;
    }
    batch.step(networks, size);
    if (size >= NEW_ARRAY_STEPS) {
      states = new DetectorState[ForecastBatch.LANES];
    }
    size = 0;
  }
}
