// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticEventsTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 100, 1000, 10_000})
  void oneRound_anyNumberOfSeries_hasOneEventPerSeriesAtTheSameTime(int keys) {
    SyntheticEvents events = SyntheticEvents.daily(keys);
    Set<String> series = new HashSet<>();
    Set<Long> times = new HashSet<>();

    for (int number = keys; number < 2 * keys; number++) {
      EventFormat.JSON.decoder().decode(events.json(number), new Names(series, times));
    }

    assertThat(series).hasSize(keys);
    assertThat(times).hasSize(1);
  }

  @Test
  void startingAt_laterMinute_returnsTheEventsFromThatMinute() {
    SyntheticEvents events = SyntheticEvents.mixed(1000);
    SyntheticEvents later = events.startingAt(3);

    for (long number = 0; number < 5000; number++) {
      assertThat(later.json(number)).isEqualTo(events.json(3000 + number));
    }
  }

  @Test
  void json_anyLoadCurve_has107Bytes() {
    SyntheticEvents events = SyntheticEvents.mixed(1000);

    for (long number = 0; number < 100_000; number++) {
      assertThat(events.json(number)).hasSize(107);
    }
  }

  private record Names(Set<String> series, Set<Long> times) implements EventSink {

    @Override
    public void event(String name, long timeMillis, double[] values, int count) {
      series.add(name);
      times.add(timeMillis);
    }

    @Override
    public void malformed(String reason) {
      throw new AssertionError(reason);
    }
  }
}
