package dev.weir.job.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/**
 * The states of the series that one bundle has met, for a backend that hands out copies: each is
 * read once and written once, however many of the bundle's events are its own, and all networks are
 * stepped together before anything is written.
 *
 * <p>Made new for each bundle and done with at its end, so neither a timer nor a checkpoint ever
 * meets a state that is yet to be written.
 */
final class StoredSeries {

  private final Consumer<String> keys;
  private final ValueState<SeriesState> states;
  private final Map<String, SeriesState> read = new LinkedHashMap<>();

  /**
   * @param keys makes a series the one whose state is at hand
   * @param states of the series at hand
   */
  StoredSeries(Consumer<String> keys, ValueState<SeriesState> states) {
    this.keys = keys;
    this.states = states;
  }

  /** The state as the bundle's events have left it, read where it is met first; to be changed. */
  SeriesState change(String series) throws IOException {
    SeriesState state = read.get(series);
    if (state == null) {
      state = read(keys, states, series).named(series);
      read.put(series, state);
    }
    return state;
  }

  /** A series' state as the backend has it, in a copy; new where there is none. */
  static SeriesState read(Consumer<String> keys, ValueState<SeriesState> states, String series)
      throws IOException {
    keys.accept(series);
    SeriesState state = states.value();
    return state == null ? new SeriesState() : state;
  }

  boolean isEmpty() {
    return read.isEmpty();
  }

  /** Writes all. */
  void write() throws IOException {
    write(keys, states, read);
  }

  /** Writes these states, in this order. */
  static void write(
      Consumer<String> keys, ValueState<SeriesState> states, Map<String, SeriesState> some)
      throws IOException {
    for (Map.Entry<String, SeriesState> each : some.entrySet()) {
      keys.accept(each.getKey());
      states.update(each.getValue());
    }
  }
}
