// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.trainer.window.WindowBatch;

/**
 * The recurrent states of all lanes, carried from window to window.
 *
 * <p>A state is detached from the graph at the end of a window, and set to zero where a lane starts
 * another sequence. Owns native memory: close it.
 */
public final class LaneState implements AutoCloseable {

  private final ForecastNetwork network;
  private final int lanes;
  private NDList state;

  /** Creates states of zero. */
  public LaneState(ForecastNetwork network, int lanes) {
    this.network = network;
    this.lanes = lanes;
    state = network.zeroState(lanes);
  }

  /**
   * Returns the states at the start of a window, arrays of {@code [layer, lane, unit]}.
   *
   * @param scratch owns the result
   */
  public NDList load(NDManager scratch, WindowBatch batch) {
    NDArray keep = scratch.create(batch.keep(), new Shape(1, lanes, 1));
    NDList loaded = new NDList();
    for (NDArray array : state) {
      NDArray kept = keep.mul(array);
      kept.attach(scratch);
      loaded.add(kept);
    }
    return loaded;
  }

  /** Stores the states at the end of a window, without their graph. */
  public void save(NDList states) {
    NDList next = new NDList();
    for (NDArray array : states) {
      NDArray detached = array.stopGradient().duplicate();
      detached.attach(network.manager());
      next.add(detached);
    }
    state.close();
    state = next;
  }

  /** Sets the states of all lanes to zero. */
  public void reset() {
    state.close();
    state = network.zeroState(lanes);
  }

  @Override
  public void close() {
    state.close();
  }
}
