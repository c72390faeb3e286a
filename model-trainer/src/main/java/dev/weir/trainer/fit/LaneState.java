// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.trainer.window.WindowBatch;

/**
 * The recurrent state of every lane between two windows: carried, detached from the graph, emptied
 * where a lane turns to another sequence.
 */
final class LaneState implements AutoCloseable {

  private final ForecastNetwork network;
  private final int lanes;
  private NDList state;

  LaneState(ForecastNetwork network, int lanes) {
    this.network = network;
    this.lanes = lanes;
    state = network.zeroState(lanes);
  }

  /** The state at the start of this window. */
  NDList enter(NDManager scratch, WindowBatch batch) {
    NDArray keep = scratch.create(batch.keep(), new Shape(1, lanes, 1));
    NDList entered = new NDList();
    for (NDArray array : state) {
      NDArray kept = keep.mul(array);
      kept.attach(scratch);
      entered.add(kept);
    }
    return entered;
  }

  /** Takes over the state behind a window; no gradient flows back through it. */
  void leave(NDList behind) {
    NDList next = new NDList();
    for (NDArray array : behind) {
      NDArray detached = array.stopGradient().duplicate();
      detached.attach(network.manager());
      next.add(detached);
    }
    state.close();
    state = next;
  }

  /** Forgets everything, in every lane. */
  void reset() {
    state.close();
    state = network.zeroState(lanes);
  }

  @Override
  public void close() {
    state.close();
  }
}
