package dev.weir.job.detect;

import dev.weir.job.bundle.EventBundle;
import dev.weir.series.Observation;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The next few events of a bundle with their series' states, for a backend that hands out what it
 * keeps.
 *
 * <p>Of a hundred thousand series none stands in the processor's caches. Asked for one by one, each
 * costs some ten waits for memory; asked for side by side, the waits overlap. Made new for each
 * bundle: in an old array each young state would have to be told to the garbage collector.
 */
final class LookAhead {

  /** About as many cache lines as a core can wait for at once are those of these few series. */
  private static final int EVENTS = 16;

  private final Consumer<String> keys;
  private final ValueState<SeriesState> states;
  private final String[] series = new String[EVENTS];
  private final Observation[] points = new Observation[EVENTS];
  private final SeriesState[] found = new SeriesState[EVENTS];
  private int size;
  private int touched;

  /**
   * @param keys makes a series the one whose state is at hand
   * @param states of the series at hand
   */
  LookAhead(Consumer<String> keys, ValueState<SeriesState> states) {
    this.keys = keys;
    this.states = states;
  }

  /** Goes on to the next events; false where there are none. */
  boolean fill(EventBundle.Reader events) throws IOException {
    size = 0;
    while (size < EVENTS && events.next()) {
      series[size] = events.series();
      points[size] = events.point();
      size++;
    }
    for (int i = 0; i < size; i++) {
      keys.accept(series[i]);
      found[i] = states.value();
    }
    touch();
    return size > 0;
  }

  /** In two goes, since what is asked for in the second is known when the first has come. */
  private void touch() {
    for (int i = 0; i < size; i++) {
      touched += found[i] == null ? 0 : found[i].touch();
    }
    for (int i = 0; i < size; i++) {
      touched += found[i] == null ? 0 : found[i].touchAll();
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

  /** None of a series that was new when it was looked for. */
  @Nullable SeriesState state(int i) {
    return found[i];
  }

  /** Something of all that was touched, so that touching is not for nothing. */
  int touched() {
    return touched;
  }
}
