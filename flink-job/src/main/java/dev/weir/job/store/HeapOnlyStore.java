// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.detect.Detector;
import java.io.IOException;

/**
 * Store for a state backend that keeps objects on the heap: the backend has all series, in
 * {@linkplain SeriesPage pages}, and they are changed in place.
 *
 * <p>Pending network steps may wait from one batch to the next, since networks are stepped faster
 * the more of them are stepped together; only a snapshot runs them.
 */
final class HeapOnlyStore extends SeriesStore {

  HeapOnlyStore(Detector detector, KeyedStates states) throws IOException {
    super(detector, states, new HeapSeries(states.groups(), states, states::removeSeries));
  }

  @Override
  void endReplay() {
    for (int group = 0; group < states.groups().count(); group++) {
      log.clear(group);
    }
  }

  @Override
  SeriesState forEvent(Prefetcher events) throws IOException {
    return events.heapSeries();
  }

  @Override
  public SeriesState forTimer(String series) throws IOException {
    return heap.forUpdate(series);
  }

  @Override
  public void endBatch() {}

  @Override
  void writeSnapshot() {
    heap.beginSnapshot();
  }
}
