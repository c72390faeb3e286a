// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.replay.Pace;
import dev.weir.event.MetricEvent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Number of events, series and time spans of a replay, counted before it is sent. */
final class ReplaySpan {

  private static final double MILLIS_PER_DAY = 86_400_000;

  private final Map<String, long[]> spans = new HashMap<>();
  private long events;
  private long fromMillis = Long.MAX_VALUE;
  private long toMillis = Long.MIN_VALUE;

  static ReplaySpan of(Iterator<MetricEvent> stream) {
    ReplaySpan span = new ReplaySpan();
    stream.forEachRemaining(span::add);
    return span;
  }

  private void add(MetricEvent event) {
    long time = event.timeMillis();
    long[] series = spans.computeIfAbsent(event.series(), name -> new long[] {time, time});
    series[0] = Math.min(series[0], time);
    series[1] = Math.max(series[1], time);
    fromMillis = Math.min(fromMillis, time);
    toMillis = Math.max(toMillis, time);
    events++;
  }

  long events() {
    return events;
  }

  Set<String> series() {
    return spans.keySet();
  }

  /** Returns the time of the first event, milliseconds. */
  long fromMillis() {
    return fromMillis;
  }

  /** Returns the time from the first to the last event, milliseconds. */
  long millis() {
    return Math.max(0, toMillis - fromMillis);
  }

  /** Returns the time spans of all series, added up, days. */
  double seriesDays() {
    return spans.values().stream().mapToDouble(span -> (span[1] - span[0]) / MILLIS_PER_DAY).sum();
  }

  /** Returns the pace at which the replay takes about this many seconds. */
  Pace pace(int seconds) {
    return Pace.times(Math.max(1, millis() / 1000.0 / seconds));
  }
}
