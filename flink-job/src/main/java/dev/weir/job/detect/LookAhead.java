package dev.weir.job.detect;

import dev.weir.job.bundle.EventBundle;
import dev.weir.series.Observation;
import java.io.IOException;

/**
 * The next few events of a bundle with their series' states on the heap.
 *
 * <p>Of a hundred thousand series none stands in the processor's caches. Asked for one by one, each
 * costs some waits for memory; asked for side by side, the waits overlap. Made new for each bundle:
 * in an old array each young state would have to be told to the garbage collector.
 */
final class LookAhead {

  /** About as many cache lines as a core can wait for at once are those of these few series. */
  private static final int EVENTS = 16;

  private final HeapSeries all;
  private final Snapshots snapshots;
  private final String[] series = new String[EVENTS];
  private final Observation[] points = new Observation[EVENTS];
  private final SeriesShard[] shards = new SeriesShard[EVENTS];
  private final int[] numbers = new int[EVENTS];
  private final String[] names = new String[EVENTS];
  private final SeriesState[] found = new SeriesState[EVENTS];
  private int size;
  private int touched;

  /**
   * @param all where the series are
   * @param snapshots of the subtask
   */
  LookAhead(HeapSeries all, Snapshots snapshots) {
    this.all = all;
    this.snapshots = snapshots;
  }

  /** Goes on to the next events; false where there are none. */
  boolean fill(EventBundle.Reader events) {
    size = 0;
    while (size < EVENTS && events.next()) {
      series[size] = events.series();
      points[size] = events.point();
      size++;
    }
    find();
    touch();
    return size > 0;
  }

  /** In short loops, so that the processor is several events ahead when it has to wait. */
  private void find() {
    for (int i = 0; i < size; i++) {
      shards[i] = all.shardOf(series[i]);
    }
    for (int i = 0; i < size; i++) {
      numbers[i] = shards[i].candidate(series[i].hashCode());
    }
    for (int i = 0; i < size; i++) {
      boolean none = numbers[i] == SeriesShard.NONE;
      names[i] = none ? "" : shards[i].name(numbers[i]);
      found[i] = none ? SeriesState.NONE : shards[i].state(numbers[i]);
    }
  }

  /** In two goes, since what is asked for in the second is known when the first has come. */
  private void touch() {
    for (int i = 0; i < size; i++) {
      touched += names[i].length() + found[i].touch();
    }
    for (int i = 0; i < size; i++) {
      touched += found[i].touchAll();
    }
  }

  int size() {
    return size;
  }

  String series(int i) {
    return series[i];
  }

  Observation point(int i) {
    return points[i];
  }

  /** Whether the series is on the heap; it may have come there since it was looked for. */
  boolean isHere(int i) {
    return names[i].equals(series[i]) || shards[i].find(series[i]) != SeriesShard.NONE;
  }

  /** The state of a series, new where there is none, to be changed. */
  SeriesState change(int i) throws IOException {
    return names[i].equals(series[i])
        ? shards[i].change(numbers[i], snapshots)
        : all.change(series[i]);
  }

  /** Something of all that was touched, so that touching is not for nothing. */
  int touched() {
    return touched;
  }
}
