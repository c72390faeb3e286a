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
  private final RunningSnapshots snapshots;
  private final Loader loader;
  private final SeriesIndex index = new SeriesIndex();

  /** Written so that the JIT compiler doesn't remove reads whose only purpose is to prefetch. */
  @SuppressWarnings("UnusedVariable")
  private int prefetched;

  /** Provides the shard of a key group. */
  @FunctionalInterface
  interface Shards {
    SeriesShard of(int group) throws IOException;
  }

  /** Provides the state of a series that is not on the heap. */
  @FunctionalInterface
  interface Loader {
    /** Returns a state that nothing else refers to; a new one for an unknown series. */
    SeriesState load(String series) throws IOException;
  }

  HeapSeries(KeyedStates states, Shards shards, Loader loader) throws IOException {
    this.groups = states.groups();
    this.snapshots = states.snapshots();
    this.loader = loader;
    this.shards = new SeriesShard[groups.count()];
    for (int group = 0; group < this.shards.length; group++) {
      this.shards[group] = shards.of(group);
      this.shards[group].attach(group, snapshots);
      addToIndex(this.shards[group]);
    }
  }

  private void addToIndex(SeriesShard shard) {
    for (int number = 0; number < shard.size(); number++) {
      index.add(shard.state(number));
    }
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
  SeriesState forUpdate(SeriesState series) {
    shards[series.group()].beforeChange(series.number(), snapshots);
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
    return shards[group].states(SeriesState::changed);
  }

  /** Removes the unchanged series of some key groups. */
  void evictUnchanged(IntPredicate which) {
    index.clear();
    for (int group = 0; group < shards.length; group++) {
      if (which.test(group)) {
        shards[group].retain(changed(group));
      }
      addToIndex(shards[group]);
    }
  }

  /** Takes a sum of values that were read to prefetch them; see {@link Prefetcher}. */
  void consume(int sum) {
    prefetched += sum;
  }
}
