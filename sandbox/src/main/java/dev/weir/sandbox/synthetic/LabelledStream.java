// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import dev.weir.event.MetricEvent;
import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Series with labelled anomalies.
 *
 * @param series the series, each in time order
 * @param labels labels of the anomalies, by series and time
 */
public record LabelledStream(List<RecordedSeries> series, List<Label> labels) {

  /** Keeps unmodifiable copies. */
  public LabelledStream {
    series = List.copyOf(series);
    labels = List.copyOf(labels);
  }

  /** All points of all series, sorted by time, then by series. */
  public List<MetricEvent> events() {
    List<MetricEvent> events = new ArrayList<>();
    for (RecordedSeries one : series) {
      for (int t = 0; t < one.length(); t++) {
        events.add(new MetricEvent(one.name(), one.times()[t], one.values()[t]));
      }
    }
    events.sort(
        Comparator.comparingLong(MetricEvent::timeMillis).thenComparing(MetricEvent::series));
    return events;
  }
}
