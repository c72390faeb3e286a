// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Up to {@value #CAPACITY} series of one key group, as one value of Flink's state backend.
 *
 * <p>A value per series in Flink's own map would cost about eight cache misses and as many objects
 * per series.
 *
 * <p>The backend may write a page in another thread from when a snapshot begins. So the task
 * replaces a page by its {@link #successor} before the first change after that. The successor has
 * the states themselves, and the page keeps copies: long-lived objects stay in place, which spares
 * the garbage collector.
 */
final class SeriesPage {

  /** Large enough that pages are few, small enough that the task copies a page in microseconds. */
  static final int CAPACITY = 64;

  private static final int INITIAL_CAPACITY = 4;
  private static final int TYPICAL_SERIES_BYTES = 1200;

  private SeriesState[] states;
  private int size;

  /** Number of snapshots that had begun when the page was created. */
  private final int snapshots;

  /** Written so that the JIT compiler doesn't remove reads whose only purpose is to prefetch. */
  @SuppressWarnings("UnusedVariable")
  private int prefetched;

  /** A page without series. */
  SeriesPage(int snapshots) {
    this(new SeriesState[INITIAL_CAPACITY], 0, snapshots);
  }

  private SeriesPage(SeriesState[] states, int size, int snapshots) {
    this.states = states;
    this.size = size;
    this.snapshots = snapshots;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  int snapshots() {
    return snapshots;
  }

  SeriesState state(int number) {
    return states[number];
  }

  /** The series by name, in the order of RocksDB's keys. */
  Map<String, SeriesState> byName() {
    Map<String, SeriesState> series = new TreeMap<>(SeriesShard.ROCKSDB_ORDER);
    forEach(state -> series.put(state.name(), state));
    return series;
  }

  void forEach(Consumer<SeriesState> action) {
    for (int number = 0; number < size; number++) {
      action.accept(states[number]);
    }
  }

  /** Adds a series that the page doesn't contain. */
  void add(SeriesState series) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
    }
    states[size] = series;
    size++;
  }

  /**
   * Returns a page with the states of this one, which keeps copies of them.
   *
   * @param begun number of snapshots that have begun
   */
  SeriesPage successor(int begun) {
    SeriesPage successor = new SeriesPage(states, size, begun);
    SeriesState[] copies = copies();
    synchronized (this) {
      states = copies;
    }
    return successor;
  }

  /** Returns an independent copy. */
  SeriesPage copy() {
    return new SeriesPage(copies(), size, snapshots);
  }

  private SeriesState[] copies() {
    SeriesState[] copies = new SeriesState[states.length];
    for (int number = 0; number < size; number++) {
      copies[number] = states[number].copy();
    }
    return copies;
  }

  /** Writes the number of series, then the name and the state of each. */
  void write(DataOutput out) throws IOException {
    DataOutputSerializer buffer = new DataOutputSerializer(size * TYPICAL_SERIES_BYTES);
    writeTo(buffer);
    out.write(buffer.getSharedBuffer(), 0, buffer.length());
  }

  /** Writes to memory, so that the task, which may wait for the lock, never waits for storage. */
  private synchronized void writeTo(DataOutputSerializer buffer) throws IOException {
    prefetch();
    buffer.writeInt(size);
    for (int number = 0; number < size; number++) {
      Layout.writeText(buffer, states[number].name());
      states[number].write(buffer);
    }
  }

  /** Prefetches the states, as {@link Prefetcher} does. */
  private void prefetch() {
    forEach(state -> prefetched += state.prefetchHeaders());
    forEach(state -> prefetched += state.prefetchContents());
  }

  /** Reads what {@link #write} wrote. */
  static SeriesPage read(DataInput in) throws IOException {
    SeriesPage page = new SeriesPage(0);
    int size = in.readInt();
    for (int number = 0; number < size; number++) {
      String name = Layout.readText(in);
      page.add(SeriesState.read(in).named(name));
    }
    return page;
  }
}
