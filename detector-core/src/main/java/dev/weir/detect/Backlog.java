package dev.weir.detect;

import dev.weir.forecast.ForecastBatch;

/** Series whose networks have yet to be shown their last point. */
final class Backlog {

  private final ForecastBatch batch;

  /** A new array for each batch: an old one makes the garbage collector note every series. */
  private DetectorState[] states = new DetectorState[ForecastBatch.LANES];

  private int size;

  Backlog(ForecastBatch batch) {
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
    states = new DetectorState[ForecastBatch.LANES];
    size = 0;
  }
}
