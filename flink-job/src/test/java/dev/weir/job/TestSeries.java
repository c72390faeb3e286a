// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import dev.weir.event.MetricEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Creates series of seeded noise around a constant level, with a large spike. */
public final class TestSeries {

  /** Time of the first point, milliseconds. */
  public static final long START_MILLIS = 1_700_000_000_000L;

  /** Time between two points, milliseconds. */
  public static final long INTERVAL_MILLIS = 60_000;

  /** Length of the spike, points. */
  public static final int SPIKE_POINTS = 10;

  private TestSeries() {}

  /** Creates a series with a spike that starts at the given point. */
  public static List<MetricEvent> spikeAt(int spike, int points, String series) {
    Random random = new Random(series.hashCode());
    List<MetricEvent> events = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      boolean high = i >= spike && i < spike + SPIKE_POINTS;
      events.add(event(series, i, 10 + random.nextGaussian() + (high ? 1000 : 0)));
    }
    return events;
  }

  /** The i-th point of a series. */
  public static MetricEvent event(String series, int i, double value) {
    return new MetricEvent(series, timeOf(i), new double[] {value});
  }

  /** Time of the i-th point, milliseconds. */
  public static long timeOf(int i) {
    return START_MILLIS + i * INTERVAL_MILLIS;
  }
}
