package dev.weir.job.detect;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, SeriesState> read;

  /**
   * @param keys makes a series the one whose state is at hand
   * @param states of the series at hand
   */
  StoredSeries(Consumer<String> keys, ValueState<SeriesState> states) {
    this(keys, states, new LinkedHashMap<>());
  }

  private StoredSeries(
      Consumer<String> keys, ValueState<SeriesState> states, Map<String, SeriesState> read) {
    this.keys = keys;
    this.states = states;
    this.read = read;
  }

  /** Takes apart what a backend on the heap kept together, in a checkpoint that it left. */
  static void unpack(
      Consumer<String> keys,
      ValueState<SeriesShard> shards,
      ValueState<SeriesState> states,
      KeyGroupNames groups)
      throws IOException {
    for (int i = 0; i < groups.count(); i++) {
      keys.accept(groups.name(i));
      SeriesShard shard = shards.value();
      if (shard != null) {
        shards.clear();
        new StoredSeries(keys, states, shard.states()).write();
      }
    }
  }

  /** The state as the bundle's events have left it; none of a series not met so far. */
  @Nullable SeriesState find(String series) {
    return read.get(series);
  }

  /** Takes in a series' state and returns it. */
  SeriesState add(String series, SeriesState state) {
    read.put(series, state);
    return state;
  }

  /** Writes all. */
  void write() throws IOException {
    for (Map.Entry<String, SeriesState> each : read.entrySet()) {
      keys.accept(each.getKey());
      states.update(each.getValue());
    }
  }
}
