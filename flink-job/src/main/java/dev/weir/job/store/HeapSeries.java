// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.io.IOException;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The series that a subtask has on the heap: a {@link SeriesShard} for each key group, and an index
 * by name.
 */
final class HeapSeries {

  private final SeriesShard[] shards;
  private final KeyGroups groups;
  private final SeriesShard.Storage storage;
  private final Loader loader;
  private final SeriesIndex index = new SeriesIndex();

  /** Number of snapshots that have begun. */
  private int snapshots;

  /** Written so that the JIT compiler doesn't remove reads whose only purpose is to prefetch. */
  @SuppressWarnings("UnusedVariable")
  private int prefetched;

  /** Provides the state of a series that is not on the heap. */
  @FunctionalInterface
  interface Loader {
    /** Returns a state that nothing else refers to; a new one for an unknown series. */
    SeriesState load(String series) throws IOException;
  }

  /**
   * @param storage of the shards
   */
  HeapSeries(KeyGroups groups, SeriesShard.Storage storage, Loader loader) throws IOException {
    this.groups = groups;
    this.storage = storage;
    this.loader = loader;
    this.shards = new SeriesShard[groups.count()];
    for (int group = 0; group < this.shards.length; group++) {
      this.shards[group] = new SeriesShard(group, storage);
      this.shards[group].forEach(index::add);
    }
  }

  /** Begins a snapshot: from now on, storage may write the pages that it has. */
  void beginSnapshot() {
    snapshots++;
  }

  SeriesIndex index() {
    return index;
  }

  /** Number of series. */
  int size() {
    return index.size();
  }

  /** Number of series of a key group. */
  int size(int group) {
    return shards[group].size();
  }

  /** Prepares a series that is on the heap for a change and returns it. */
  SeriesState forUpdate(SeriesState series) throws IOException {
    if (series.snapshots() != snapshots) {
      shards[series.group()].beforeChange(series, snapshots);
    }
    return series;
  }

  /** Returns the state of a series for a change; loads it if it is not on the heap. */
  SeriesState forUpdate(String name) throws IOException {
    SeriesState series = index.find(name);
    return series == null ? load(name) : forUpdate(series);
  }

  private SeriesState load(String name) throws IOException {
    SeriesState series = loader.load(name);
    shards[groups.groupOf(name)].add(series, snapshots);
    index.add(series);
    return series;
  }

  /** The series of a key group that have changed since they were last written, by name. */
  Map<String, SeriesState> changed(int group) {
    return shards[group].changed();
  }

  /** Removes the unchanged series of some key groups. Only for shards that are not stored. */
  void evictUnchanged(IntPredicate which) throws IOException {
    index.clear();
    for (int group = 0; group < shards.length; group++) {
      if (which.test(group)) {
        shards[group] = changedOnly(group);
      }
      shards[group].forEach(index::add);
    }
  }

  private SeriesShard changedOnly(int group) throws IOException {
    SeriesShard shard = new SeriesShard(group, storage);
    for (SeriesState series : changed(group).values()) {
      shard.add(series, snapshots);
    }
    return shard;
  }

  /** Takes a sum of values that were read to prefetch them; see {@link Prefetcher}. */
  void consume(int sum) {
    prefetched += sum;
  }
}
