// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import dev.weir.sandbox.synthetic.Noise;
import dev.weir.series.RecordedSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Generator of random series for pretraining.
 *
 * <p>Each series has its own random numbers, seeded by config and index, so a larger number of
 * series does not change the others.
 */
public final class ComposedSeries {

  private static final long START_MILLIS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

  /** Intervals to choose from, seconds. */
  private static final int[] STEP_SECONDS = {1, 5, 10, 15, 30, 60, 60, 300, 300, 600, 900, 3600};

  private final ComposedConfig config;

  /** Creates the generator. */
  public ComposedSeries(ComposedConfig config) {
    this.config = config;
  }

  /** Generates every series. */
  public GeneratedHistory history() {
    Composition composition = new Composition(config.points(), config.incidents());
    List<RecordedSeries> series = new ArrayList<>(config.series());
    for (int index = 0; index < config.series(); index++) {
      series.add(series(index, composition));
    }
    long kept = series.stream().mapToLong(RecordedSeries::length).sum();
    long missing = (long) config.series() * config.points() - kept;
    return new GeneratedHistory(
        "composed series, seed " + config.seed() + ", points of each " + config.points(),
        series,
        missing,
        warnings(composition));
  }

  private static List<String> warnings(Composition composition) {
    return composition.redrawn() == 0
        ? List.of()
        : List.of(
            "series generated again because they overflowed, exploded or were constant: series="
                + composition.redrawn());
  }

  private RecordedSeries series(int index, Composition composition) {
    Noise noise = new Noise(config.seed() * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L);
    Base base = Base.draw(noise);
    double[] values = composition.draw(base, noise);
    boolean[] present = Holes.draw(values.length, noise);
    String kind = base.name().toLowerCase(Locale.ROOT).replace('_', '-');
    long stepMillis = 1000L * STEP_SECONDS[noise.below(STEP_SECONDS.length)];
    return kept(String.format(Locale.ROOT, "%s/%05d", kind, index), values, present, stepMillis);
  }

  private static RecordedSeries kept(
      String name, double[] values, boolean[] present, long stepMillis) {
    int kept = 0;
    for (boolean is : present) {
      kept += is ? 1 : 0;
    }
    long[] times = new long[kept];
    double[][] points = new double[kept][];
    int at = 0;
    for (int t = 0; t < values.length; t++) {
      if (present[t]) {
        times[at] = START_MILLIS + t * stepMillis;
        points[at++] = new double[] {values[t]};
      }
    }
    return new RecordedSeries(name, List.of(RecordedSeries.ONLY_FEATURE), times, points);
  }
}
