package dev.weir.detect;

import dev.weir.forecast.ForecastBatch;

/** Series whose networks have yet to be shown their last point. */
final class PendingSteps {

  /** So many fill a new array each time: an old one makes the garbage collector note each. */
  private static final int MANY = ForecastBatch.LANES / 4;

  private final ForecastBatch batch;
  private DetectorState[] states = new DetectorState[ForecastBatch.LANES];

  private int size;

  PendingSteps(ForecastBatch batch) {
    this.batch = batch;
  }

  /**
   * Takes a series in.
   *
   * @param state not behind already
   * @param input what its network will be shown, {@code [inputs]}; copied
   */
  void add(DetectorState state, float[] input) {
    batch.show(size, input);
    states[size] = state;
    state.behind = true;
    size++;
    if (size == states.length) {
      catchUp();
    }
  }

  /** Steps the networks of all. */
  void catchUp() {
    float[][] networks = new float[size][];
    for (int i = 0; i < size; i++) {
      networks[i] = states[i].network;
      states[i].behind = false;
    }
    batch.step(networks, size);
    if (size >= MANY) {
      states = new DetectorState[ForecastBatch.LANES];
    }
    size = 0;
  }
}
