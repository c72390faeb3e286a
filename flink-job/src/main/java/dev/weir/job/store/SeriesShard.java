// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All series of one key group on the heap, as one value of Flink's state backend.
 *
 * <p>A value per series in Flink's own map would cost about eight cache misses and as many objects
 * per series, and Flink's copy-on-write would replace long-lived objects by new ones at each
 * snapshot. Here {@link SeriesIndex} finds a series, and the copies are made for the snapshot
 * ({@link CopyOnWriteSnapshot}), so that long-lived objects stay in place.
 *
 * <p>Used by the task's thread only, except for the methods that {@link CopyOnWriteSnapshot} calls
 * under the shard's lock.
 */
final class SeriesShard {

  /** In place of a series' number: a series is about to be added. */
  static final int NONE = -1;

  private static final int INITIAL_CAPACITY = 4;

  /** Order of RocksDB's keys, in which it writes fastest: the length comes first. */
  private static final Comparator<String> ROCKSDB_ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private SeriesState[] states = new SeriesState[INITIAL_CAPACITY];
  private int size;

  /** Number of snapshots begun when none of them needed copies of this shard any more. */
  private int snapshotsDone;

  /** Number of the key group within its subtask. */
  private int group;

  /** Attaches the shard to a subtask, whose snapshots so far don't contain it. */
  void attach(int newGroup, RunningSnapshots snapshots) {
    group = newGroup;
    snapshotsDone = snapshots.begun();
    for (int number = 0; number < size; number++) {
      states[number].setPosition(group, number);
    }
  }

  int group() {
    return group;
  }

  int size() {
    return size;
  }

  /** Returns a series to be read; {@link #beforeChange} comes before any change. */
  SeriesState state(int number) {
    return states[number];
  }

  /**
   * Copies a series for the snapshots that have yet to write it.
   *
   * @param number of the series that is about to change; {@link #NONE} before one is added
   */
  void beforeChange(int number, RunningSnapshots snapshots) {
    if (snapshotsDone != snapshots.begun()) {
      copyFor(snapshots, number);
    }
  }

  private synchronized void copyFor(RunningSnapshots snapshots, int number) {
    if (!snapshots.copy(this, number)) {
      snapshotsDone = snapshots.begun();
    }
  }

  /** Adds a series that the shard doesn't contain. */
  void add(SeriesState series, RunningSnapshots snapshots) {
    beforeChange(NONE, snapshots);
    add(series);
  }

  private synchronized void add(SeriesState series) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
    }
    series.setPosition(group, size);
    states[size] = series;
    size++;
  }

  /** The series that match, by name. */
  Map<String, SeriesState> states(Predicate<SeriesState> filter) {
    Map<String, SeriesState> matches = new TreeMap<>(ROCKSDB_ORDER);
    for (int number = 0; number < size; number++) {
      if (filter.test(states[number])) {
        matches.put(states[number].name(), states[number]);
      }
    }
    return matches;
  }

  /** Removes all series but these. Not allowed once a snapshot has begun. */
  void retain(Map<String, SeriesState> series) {
    states = new SeriesState[INITIAL_CAPACITY];
    size = 0;
    series.values().forEach(this::add);
  }

  /**
   * Writes one series: its name, then a state.
   *
   * @param state the state of the series at the time of the snapshot
   */
  void write(int number, SeriesState state, DataOutput out) throws IOException {
    Layout.writeText(out, states[number].name());
    state.write(out);
  }

  /** Writes the number of series, then each of them. */
  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int number = 0; number < size; number++) {
      write(number, states[number], out);
    }
  }

  /** Reads what {@link #write} wrote. */
  static SeriesShard read(DataInput in) throws IOException {
    SeriesShard shard = new SeriesShard();
    int size = in.readInt();
    for (int number = 0; number < size; number++) {
      String name = Layout.readText(in);
      shard.add(SeriesState.read(in).named(name));
    }
    return shard;
  }
}
