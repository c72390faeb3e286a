// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.detect.Detector;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Store for a state backend that keeps serialized copies, such as RocksDB, with a cache of series
 * on the heap in front of it.
 *
 * <p>A checkpoint stores the cached series of one in {@value #CHECKPOINTS_PER_CYCLE} key groups,
 * and of the others the events since ({@link EventLog}). Series that the cache has no room for are
 * read and written once per batch.
 */
final class HeapCachedStore extends SeriesStore {

  /** Checkpoints from one writing of a series to the next. */
  private static final int CHECKPOINTS_PER_CYCLE = 8;

  /** Bytes per series from which an event log costs as much as writing the series. */
  private static final int COMPACTION_THRESHOLD_BYTES = 512;

  private final int cacheSize;
  private int checkpoints;

  /** States that the current batch has read and the cache has no room for, by name. */
  private Map<String, SeriesState> uncached = new LinkedHashMap<>();

  /**
   * @param cacheSize most series in the cache
   */
  HeapCachedStore(Detector detector, KeyedStates states, int cacheSize) throws IOException {
    super(detector, states, cacheOf(states));
    this.cacheSize = cacheSize;
  }

  private static HeapSeries cacheOf(KeyedStates states) throws IOException {
    for (int group = 0; group < states.groups().count(); group++) {
      unpackPages(states, group);
    }
    return new HeapSeries(states.groups(), SeriesShard.Storage.NONE, states::readSeries);
  }

  /** Stores the series of the pages of a {@link HeapOnlyStore} one by one. */
  private static void unpackPages(KeyedStates states, int group) throws IOException {
    SeriesPage page = states.read(group, 0);
    for (int number = 0; page != null; number++) {
      states.remove(group, number);
      states.writeSeries(page.byName());
      page = states.read(group, number + 1);
    }
  }

  @Override
  void endReplay() throws IOException {
    if (isFull()) {
      for (int group = 0; group < states.groups().count(); group++) {
        writeSeries(group);
      }
      heap.evictUnchanged(group -> true);
    }
  }

  private boolean isFull() {
    return heap.size() >= cacheSize;
  }

  private boolean isNearlyFull() {
    return heap.size() > cacheSize - cacheSize / 8;
  }

  @Override
  SeriesState forEvent(Prefetcher events) throws IOException {
    if (isFull() && !events.isOnHeap()) {
      return uncached(events.name());
    }
    SeriesState series = events.heapSeries();
    series.setChanged(true);
    log.add(series, events.point());
    return series;
  }

  @Override
  public SeriesState forTimer(String name) throws IOException {
    SeriesState cached = heap.index().find(name);
    if (cached == null) {
      return uncached(name);
    }
    log.markIncomplete(cached.group());
    cached.setChanged(true);
    return heap.forUpdate(cached);
  }

  private SeriesState uncached(String name) throws IOException {
    SeriesState series = uncached.get(name);
    if (series == null) {
      series = states.readSeries(name);
      uncached.put(name, series);
    }
    return series;
  }

  @Override
  public void endBatch() throws IOException {
    if (!uncached.isEmpty()) {
      flush();
      states.writeSeries(uncached);
      // A cleared map would keep the capacity of the largest batch.
      uncached = new LinkedHashMap<>();
    }
  }

  /** Writes the series of some key groups, and the events of the others. */
  @Override
  void writeSnapshot() throws Exception {
    checkpoints++;
    if (isNearlyFull()) {
      heap.evictUnchanged(this::isDue);
    }
    for (int group = 0; group < states.groups().count(); group++) {
      if (isDue(group) || needsCompaction(group)) {
        writeSeries(group);
      } else {
        log.write(group, model);
      }
    }
  }

  /** Whether the key group is one whose series this checkpoint writes. */
  private boolean isDue(int group) {
    return (group + checkpoints) % CHECKPOINTS_PER_CYCLE == 0;
  }

  /**
   * Whether the log costs more than to write the series. The bound over a cycle matters to a job
   * that restarts before the cycle ends, again and again.
   */
  private boolean needsCompaction(int group) {
    long threshold = (long) COMPACTION_THRESHOLD_BYTES * heap.size(group);
    return !log.isComplete(group)
        || log.unwrittenBytes(group) > threshold
        || log.bytes(group) > CHECKPOINTS_PER_CYCLE * threshold;
  }

  private void writeSeries(int group) throws IOException {
    Map<String, SeriesState> changed = heap.changed(group);
    states.writeSeries(changed);
    changed.values().forEach(series -> series.setChanged(false));
    if (!changed.isEmpty()) {
      log.clear(group);
    }
  }
}
