package dev.weir.job.store;

import dev.weir.job.type.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All series of one key group on the heap: one value of Flink's.
 *
 * <p>Flink's map of a value for each series costs some eight waits for memory a look-up and as many
 * objects a series, and a copy of what a snapshot still has to write puts new objects in the place
 * of old ones. Here series are found by a table of their own ({@link SeriesIndex}), and a snapshot
 * is left copies ({@link Snapshot}), so that what lives long stays where it is.
 *
 * <p>Used by the subtask's own thread, but for what a snapshot writes.
 */
final class SeriesShard {

  /** No series. */
  static final int NONE = -1;

  private static final int FEWEST = 4;

  /** The order of a database's keys, in which it writes fastest. */
  private static final Comparator<String> AS_STORED =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private SeriesState[] states = new SeriesState[FEWEST];
  private int size;

  /** Snapshots up to this one leave nothing to be copied. */
  private int settled;

  /** Which of the subtask's shards it is, from 0. */
  private int index;

  /** Is from now on one of a subtask's; nothing of it is in the snapshots so far. */
  void begin(int index, Snapshots begun) {
    this.index = index;
    settled = begun.count();
    for (int number = 0; number < size; number++) {
      states[number].at(index, number);
    }
  }

  int index() {
    return index;
  }

  int size() {
    return size;
  }

  /** To read only; who changes it says so before ({@link #aboutToChange}). */
  SeriesState state(int number) {
    return states[number];
  }

  /**
   * Keeps for snapshots what they have yet to write of a series.
   *
   * @param number of the series, or {@link #NONE} where one is about to be added
   * @param begun of the subtask whose shard this is
   */
  void aboutToChange(int number, Snapshots begun) {
    if (settled != begun.count()) {
      keep(number, begun);
    }
  }

  private synchronized void keep(int number, Snapshots begun) {
    if (!begun.keep(this, number)) {
      settled = begun.count();
    }
  }

  /** Takes in a series that is not here. */
  void add(SeriesState series, Snapshots begun) {
    aboutToChange(NONE, begun);
    add(series);
  }

  private synchronized void add(SeriesState series) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
    }
    series.at(index, size);
    states[size] = series;
    size++;
  }

  /** Series' names with their states, as long as nothing is added. */
  Map<String, SeriesState> states(Predicate<SeriesState> which) {
    Map<String, SeriesState> some = new TreeMap<>(AS_STORED);
    for (int number = 0; number < size; number++) {
      if (which.test(states[number])) {
        some.put(states[number].name(), states[number]);
      }
    }
    return some;
  }

  /** Forgets all series but these; no snapshot may have begun. */
  void keepOnly(Map<String, SeriesState> series) {
    states = new SeriesState[FEWEST];
    size = 0;
    series.values().forEach(this::add);
  }

  /** Writes one series: its name, then its state. */
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
