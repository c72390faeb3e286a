package dev.weir.job.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The states that one batch or timer has read from a state backend that keeps serialized copies.
 * Each state is read once and written once, however many events of the batch belong to it.
 *
 * <p>All of them are written before the next timer or checkpoint.
 */
final class UncachedSeries {

  private final KeyedStates states;
  private Map<String, SeriesState> read = new LinkedHashMap<>();

  UncachedSeries(KeyedStates states) {
    this.states = states;
  }

  /** Returns the state of a series for a change, read at first use. */
  SeriesState forUpdate(String series) throws IOException {
    SeriesState state = read.get(series);
    if (state == null) {
      state = states.readSeries(series);
      read.put(series, state);
    }
    return state;
  }

  boolean isEmpty() {
    return read.isEmpty();
  }

  /** Writes all states and removes them from here. */
  void write() throws IOException {
    states.writeSeries(read);
    // A cleared map would keep the capacity of the largest batch.
    read = new LinkedHashMap<>();
  }
}
