// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.job.batch.EventBatch;
import dev.weir.series.Observation;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;

/**
 * The states of all series of one subtask.
 *
 * <p>The caller changes the states that {@link #prefetch} and {@link #forTimer} give in place,
 * calls {@link #endBatch} after each batch or timer, and {@link #snapshot} when a checkpoint
 * begins.
 */
public abstract sealed class SeriesStore permits HeapOnlyStore, HeapCachedStore {

  private final Detector detector;

  /** {@link ModelFingerprint} of the detector's model. */
  final long model;

  final KeyedStates states;
  final HeapSeries heap;
  final EventLog log;

  SeriesStore(Detector detector, KeyedStates states, HeapSeries heap) {
    this.detector = detector;
    this.model = ModelFingerprint.of(detector.model().id());
    this.states = states;
    this.heap = heap;
    this.log = new EventLog(states);
  }

  /**
   * Opens the store for a state backend.
   *
   * @param detector steps the states; the store flushes it before it writes them
   * @param cacheSize most series in the heap cache of a backend that keeps serialized copies
   * @throws IllegalStateException if the backend logs changes of objects on the heap, which the
   *     store changes in place
   */
  public static SeriesStore open(
      RuntimeContext context, KeyedStateBackend<String> backend, Detector detector, int cacheSize)
      throws IOException {
    KeyedStates states = new KeyedStates(context, backend);
    if (backend instanceof HeapKeyedStateBackend) {
      return new HeapOnlyStore(detector, states);
    }
    if (isHashMap(backend)) {
      throw new IllegalStateException(
          "the state changelog is not supported with the state backend hashmap; set"
              + " state.changelog.enabled: false, or state.backend.type: rocksdb");
    }
    return new HeapCachedStore(detector, states, cacheSize);
  }

  /** The backend of the changelog has the identifier of the backend that it wraps. */
  private static boolean isHashMap(KeyedStateBackend<String> backend) {
    return backend.getBackendTypeIdentifier().equals(StateBackendLoader.HASHMAP_STATE_BACKEND_NAME);
  }

  /** Receives the events that a restored checkpoint has logged. */
  @FunctionalInterface
  public interface Replay {
    /**
     * @param series to be updated by the event
     */
    void event(SeriesState series, Observation point);
  }

  /**
   * Replays the event log of the restored checkpoint. To be called once, before the first batch.
   */
  public final void restore(Replay replay) throws Exception {
    for (int group = 0; group < states.groups().count(); group++) {
      for (EventBatch batch : log.restored(group, model)) {
        replay(batch.reader(), replay);
      }
    }
    flush();
    endReplay();
  }

  private void replay(EventBatch.Reader events, Replay replay) throws IOException {
    while (events.next()) {
      SeriesState series = heap.forUpdate(events.series());
      series.setChanged(true);
      replay.event(series, events.point());
    }
  }

  abstract void endReplay() throws IOException;

  /** Iterates over the events of a batch, each with the state of its series. */
  public final Prefetcher prefetch(EventBatch batch) {
    return new Prefetcher(this, heap, batch);
  }

  /** Returns the state of the series of the current event, to be updated by the event. */
  abstract SeriesState forEvent(Prefetcher events) throws IOException;

  /** Returns the state of a series, to be updated by a timer. */
  public abstract SeriesState forTimer(String series) throws IOException;

  /** Returns the detector state of a series; a new one if it has none of the model in use. */
  public final DetectorState detectorState(SeriesState series) {
    return series.detectorState(detector, model);
  }

  /** Whether {@link #detectorState} will discard a state that belongs to another model. */
  public final boolean isOfOtherModel(SeriesState series) {
    return series.isOfOtherModel(model);
  }

  /** Writes the states that a batch or timer has changed and that are not kept on the heap. */
  public abstract void endBatch() throws IOException;

  /** Prepares the state backend for the snapshot that begins now. */
  public final void snapshot() throws Exception {
    flush();
    writeSnapshot();
  }

  abstract void writeSnapshot() throws Exception;

  /** Runs the pending steps of all networks, without which states can't be written. */
  final void flush() {
    detector.flush();
  }
}
