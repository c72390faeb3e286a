package dev.weir.job.detect;

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
 * All series of one key group on the heap: one value of Flink's, found by a table of its own.
 *
 * <p>Flink's map of a value for each series costs some eight waits for memory a look-up and as many
 * objects a series, and a copy of what a snapshot still has to write puts new objects in the place
 * of old ones. Here a series is found in two waits, and a snapshot is left copies ({@link
 * Snapshot}), so that what lives long stays where it is.
 *
 * <p>Used by the subtask's own thread, but for what a snapshot writes.
 */
final class SeriesShard {

  /** No series. */
  static final int NONE = -1;

  private static final int FEWEST = 8;

  /** Golden ratio: spreads a hash over the upper bits. */
  private static final int SPREAD = 0x9E3779B9;

  /** The order of a database's keys, in which it writes fastest. */
  private static final Comparator<String> AS_STORED =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final long LOWER = 0xffffffffL;

  /** Series' numbers plus one, their names' hashes above; 0 where there is none. */
  private long[] slots = new long[2 * FEWEST];

  private String[] names = new String[FEWEST];
  private SeriesState[] states = new SeriesState[FEWEST];
  private int size;

  /** Snapshots up to this one leave nothing to be copied. */
  private int settled;

  /** Which of the subtask's shards it is, from 0. */
  private int index;

  /** One without series, of which nothing is in the snapshots so far. */
  void begin(int index, Snapshots begun) {
    this.index = index;
    settled = begun.count();
  }

  int index() {
    return index;
  }

  int size() {
    return size;
  }

  /** The number of the first series with this hash that comes into question. */
  int candidate(int hash) {
    return next(hash, slotOf(hash));
  }

  /** The number of the series; {@link #NONE} where it is not here. */
  int find(String name) {
    int hash = name.hashCode();
    int slot = slotOf(hash);
    int number = next(hash, slot);
    while (number != NONE && !names[number].equals(name)) {
      slot = slotBehind(number, slot);
      number = next(hash, slot);
    }
    return number;
  }

  private int slotOf(int hash) {
    return (hash * SPREAD) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private int slotBehind(int number, int slot) {
    int at = slot;
    while ((int) slots[at] != number + 1) {
      at = at + 1 & slots.length - 1;
    }
    return at + 1 & slots.length - 1;
  }

  private int next(int hash, int from) {
    int at = from;
    while (slots[at] != 0 && (int) (slots[at] >>> Integer.SIZE) != hash) {
      at = at + 1 & slots.length - 1;
    }
    return (int) slots[at] - 1;
  }

  /** To read only. */
  String name(int number) {
    return names[number];
  }

  /** To read only; who changes it says so before ({@link #change}). */
  SeriesState state(int number) {
    return states[number];
  }

  /**
   * A series' state, to be changed: what snapshots have yet to write of it is kept for them.
   *
   * @param begun of the subtask whose shard this is
   */
  SeriesState change(int number, Snapshots begun) {
    if (settled != begun.count()) {
      keep(number, begun);
    }
    return states[number];
  }

  private synchronized void keep(int number, Snapshots begun) {
    if (!begun.keep(this, number)) {
      settled = begun.count();
    }
  }

  /** Takes in a series that is not here; returns its number. */
  int add(String name, SeriesState state, Snapshots begun) {
    if (settled != begun.count()) {
      keep(NONE, begun);
    }
    return add(name, state);
  }

  private synchronized int add(String name, SeriesState state) {
    if (size == names.length) {
      grow();
    }
    names[size] = name;
    states[size] = state;
    enter(name.hashCode(), size);
    return size++;
  }

  private void grow() {
    names = Arrays.copyOf(names, 2 * size);
    states = Arrays.copyOf(states, 2 * size);
    slots = new long[4 * size];
    for (int number = 0; number < size; number++) {
      enter(names[number].hashCode(), number);
    }
  }

  private void enter(int hash, int number) {
    int at = slotOf(hash);
    while (slots[at] != 0) {
      at = at + 1 & slots.length - 1;
    }
    slots[at] = (long) hash << Integer.SIZE | number + 1 & LOWER;
  }

  /** Series' names with their states, as long as nothing is added. */
  Map<String, SeriesState> states(Predicate<SeriesState> which) {
    Map<String, SeriesState> some = new TreeMap<>(AS_STORED);
    for (int number = 0; number < size; number++) {
      if (which.test(states[number])) {
        some.put(names[number], states[number]);
      }
    }
    return some;
  }

  /** Forgets all series but these; no snapshot may have begun. */
  void keepOnly(Map<String, SeriesState> series) {
    names = new String[FEWEST];
    states = new SeriesState[FEWEST];
    slots = new long[2 * FEWEST];
    size = 0;
    series.forEach(this::add);
  }

  /** Writes one series: its name, then its state. */
  void write(int number, SeriesState state, DataOutput out) throws IOException {
    Layout.writeText(out, names[number]);
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
      shard.add(Layout.readText(in), SeriesState.read(in));
    }
    return shard;
  }
}
