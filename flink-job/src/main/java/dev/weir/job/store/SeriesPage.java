// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@value #CAPACITY} series of one key group, as one value of Flink's state backend.
 *
 * <p>A value per series in Flink's own map would cost about eight cache misses and as many objects
 * per series.
 *
 * <p>The backend may write a page in another thread from when a snapshot begins. So the task
 * replaces a page by its {@link #successor} before the first change after that, and copies a series
 * to the old page before it changes the series, unless each snapshot has written the old page.
 * Long-lived objects stay in place, which spares the garbage collector.
 */
final class SeriesPage {

  /** Large enough that pages are few, small enough that the task never waits long for a writer. */
  static final int CAPACITY = 64;

  private static final int INITIAL_CAPACITY = 4;
  private static final int TYPICAL_SERIES_BYTES = 1200;

  private SeriesState[] states;
  private int size;

  /** Number of snapshots that had begun when the page was created. */
  private final int snapshots;

  /** The thread of the task. What it writes is not part of a snapshot. */
  private final Thread task = Thread.currentThread();

  /** Number of snapshots that contain the page; set when it has a successor. */
  private int readers;

  /** Number of snapshots that have written the page. */
  private int writes;

  /**
   * The pages before this one that snapshots have yet to write. They are referenced weakly, since
   * Flink drops the pages of an aborted snapshot without notice.
   */
  private final List<WeakReference<SeriesPage>> unwritten = new ArrayList<>(1);

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
   * Returns a page with the states of this one.
   *
   * @param begun number of snapshots that have begun
   */
  synchronized SeriesPage successor(int begun) {
    readers = begun - snapshots;
    SeriesPage successor = new SeriesPage(states.clone(), size, begun);
    successor.unwritten.addAll(unwritten);
    successor.unwritten.add(new WeakReference<>(this));
    return successor;
  }

  /** Copies a series that is about to change to the pages that snapshots have yet to write. */
  void beforeChange(int number) {
    unwritten.removeIf(page -> isDone(page.get()));
    for (WeakReference<SeriesPage> reference : unwritten) {
      SeriesPage page = reference.get();
      if (page != null) {
        page.replace(number, states[number]);
      }
    }
  }

  private static boolean isDone(@Nullable SeriesPage page) {
    return page == null || page.isWritten();
  }

  private synchronized boolean isWritten() {
    return writes >= readers;
  }

  private void replace(int number, SeriesState live) {
    if (number < size && states[number] == live) {
      SeriesState copy = live.copy();
      synchronized (this) {
        states[number] = copy;
      }
    }
  }

  /** Returns an independent copy. */
  SeriesPage copy() {
    SeriesPage copy = new SeriesPage(snapshots);
    forEach(state -> copy.add(state.copy()));
    return copy;
  }

  /** Writes the number of series, then the name and the state of each. */
  void write(DataOutput out) throws IOException {
    DataOutputSerializer bytes =
        new DataOutputSerializer(size * TYPICAL_SERIES_BYTES + Integer.BYTES);
    writeTo(bytes);
    // The task may wait for the lock above, but never for storage.
    out.write(bytes.getSharedBuffer(), 0, bytes.length());
  }

  private synchronized void writeTo(DataOutputSerializer out) throws IOException {
    prefetch();
    out.writeInt(size);
    for (int number = 0; number < size; number++) {
      Layout.writeText(out, states[number].name());
      states[number].write(out);
    }
    if (Thread.currentThread() != task) {
      writes++;
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
