package dev.weir.job.store;

import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.SeriesName;
import dev.weir.series.Observation;
import java.io.IOException;

/**
 * The next few events of a bundle with their series' states on the heap.
 *
 * <p>Of a hundred thousand series none stands in the processor's caches. Asked for one by one, each
 * costs some waits for memory; asked for side by side, the waits overlap: hence a short loop for
 * each wait, without a branch that hangs on what is waited for. Made new for each bundle: in an old
 * array each young state would have to be told to the garbage collector.
 */
public final class Prefetcher {

  /** About as many cache lines as a core can wait for at once are those of these few series. */
  private static final int EVENTS = 16;

  private final HeapStore all;

  /** In these stand the events' names. */
  private byte[] bytes = {};

  private final int[] nameFrom = new int[EVENTS];
  private final int[] nameTo = new int[EVENTS];
  private final int[] hashes = new int[EVENTS];
  private final Observation[] points = new Observation[EVENTS];
  private final SeriesState[] found = new SeriesState[EVENTS];
  private int size;
  private int touched;

  /**
   * @param all where the series are
   */
  Prefetcher(HeapStore all) {
    this.all = all;
  }

  /** Goes on to the next events; false where there are none. */
  public boolean fill(EventBatch.Reader events) {
    size = 0;
    bytes = events.bytes();
    while (size < EVENTS && events.next()) {
      nameFrom[size] = events.nameFrom();
      nameTo[size] = events.nameTo();
      points[size] = events.point();
      size++;
    }
    find(all.index());
    touch();
    return size > 0;
  }

  private void find(SeriesIndex index) {
    for (int i = 0; i < size; i++) {
      hashes[i] = SeriesName.hash(bytes, nameFrom[i], nameTo[i]);
    }
    for (int i = 0; i < size; i++) {
      touched += index.touch(hashes[i]);
    }
    for (int i = 0; i < size; i++) {
      SeriesState candidate = index.candidate(hashes[i]);
      found[i] = candidate == null ? SeriesState.NONE : candidate;
    }
  }

  /** In two goes, since what is asked for in the second is known when the first has come. */
  private void touch() {
    for (int i = 0; i < size; i++) {
      touched += found[i].touch();
    }
    for (int i = 0; i < size; i++) {
      touched += found[i].touchAll();
    }
  }

  public int size() {
    return size;
  }

  /** Name of an event's series. */
  String series(int i) {
    return SeriesName.text(bytes, nameFrom[i]);
  }

  public Observation point(int i) {
    return points[i];
  }

  /** Whether the series is on the heap; it may have come there since it was looked for. */
  boolean isHere(int i) {
    return isFound(i) || all.index().find(bytes, nameFrom[i], nameTo[i]) != null;
  }

  private boolean isFound(int i) {
    return found[i].isNamed(bytes, nameFrom[i], nameTo[i]);
  }

  /** The state of a series, new where there is none, to be changed. */
  SeriesState change(int i) throws IOException {
    return isFound(i) ? all.change(found[i]) : all.change(series(i));
  }

  /** Something of all that was touched, so that touching is not for nothing. */
  public int touched() {
    return touched;
  }
}
