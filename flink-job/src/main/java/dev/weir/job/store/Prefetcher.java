// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.SeriesName;
import dev.weir.series.Observation;
import java.io.IOException;

/**
 * Iterator over the events of a batch that prefetches the states of their series: it reads the
 * states of the next {@value #GROUP_SIZE} events before the first of these is processed.
 *
 * <p>With 100,000 series, no state is in the processor's caches, and a look-up costs several cache
 * misses. Each loop below issues the same kind of read for all events of the group, without a
 * branch that depends on it, so that the misses overlap.
 *
 * <p>A batch has its own prefetcher. In a long-lived array, each reference to a young object would
 * cost a write barrier of the garbage collector.
 */
public final class Prefetcher {

  /** The cache lines of this many series are about as many as a core can load at once. */
  private static final int GROUP_SIZE = 16;

  private final SeriesStore store;
  private final HeapSeries heap;
  private final EventBatch.Reader events;

  /** The batch, which contains the names. */
  private final byte[] bytes;

  private final int[] nameFrom = new int[GROUP_SIZE];
  private final int[] nameTo = new int[GROUP_SIZE];
  private final int[] hashes = new int[GROUP_SIZE];
  private final Observation[] points = new Observation[GROUP_SIZE];

  /** Series with the hashes of the events' names; {@link SeriesState#NONE} if there is none. */
  private final SeriesState[] candidates = new SeriesState[GROUP_SIZE];

  private int size;
  private int current = -1;

  Prefetcher(SeriesStore store, HeapSeries heap, EventBatch batch) {
    this.store = store;
    this.heap = heap;
    this.events = batch.reader();
    this.bytes = events.bytes();
  }

  /** Moves to the next event; false at the end of the batch. */
  public boolean next() {
    current++;
    if (current >= size) {
      readGroup();
      prefetch(heap.index());
      current = 0;
    }
    return size > 0;
  }

  private void readGroup() {
    size = 0;
    while (size < GROUP_SIZE && events.next()) {
      nameFrom[size] = events.nameFrom();
      nameTo[size] = events.nameTo();
      points[size] = events.point();
      size++;
    }
  }

  private void prefetch(SeriesIndex index) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      hashes[i] = SeriesName.hash(bytes, nameFrom[i], nameTo[i]);
    }
    for (int i = 0; i < size; i++) {
      sum += index.prefetch(hashes[i]);
    }
    for (int i = 0; i < size; i++) {
      SeriesState candidate = index.candidate(hashes[i]);
      candidates[i] = candidate == null ? SeriesState.NONE : candidate;
    }
    heap.consume(sum + prefetchCandidates());
  }

  /** Reads the headers of all states first, which hold the addresses of their contents. */
  private int prefetchCandidates() {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += candidates[i].prefetchHeaders();
    }
    for (int i = 0; i < size; i++) {
      sum += candidates[i].prefetchContents();
    }
    return sum;
  }

  /** Number of events read so far; all of the batch at its end. */
  public int count() {
    return events.count();
  }

  /** The current event. */
  public Observation point() {
    return points[current];
  }

  /** The series of the current event, to be updated by the event. */
  public SeriesState seriesForUpdate() throws IOException {
    return store.forEvent(this);
  }

  /** Name of the series of the current event. */
  String name() {
    return SeriesName.text(bytes, nameFrom[current]);
  }

  /** Whether the series is on the heap. An earlier event of the group may have brought it there. */
  boolean isOnHeap() {
    return isCandidate() || heap.index().find(bytes, nameFrom[current], nameTo[current]) != null;
  }

  /** The hash of a candidate is that of the series, but its name may differ. */
  private boolean isCandidate() {
    return candidates[current].isNamed(bytes, nameFrom[current], nameTo[current]);
  }

  /** Returns the series of the current event on the heap, loaded if it is not there. */
  SeriesState heapSeries() throws IOException {
    return isCandidate() ? heap.forUpdate(candidates[current]) : heap.forUpdate(name());
  }
}
