// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.corpus;

import dev.weir.series.RecordedSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Generator of series whose daily cycle changes permanently after one third and again after two
 * thirds of their time.
 *
 * <p>A detector should adapt to such a change: alerts about it must end soon, since the new cycle
 * stays.
 */
final class ChangingSeries {

  private static final long STEP_MILLIS = 300_000;
  private static final int POINTS_PER_DAY = 288;

  private final Random random;
  private double level = 50;
  private double amplitude = 10;
  private double phase;
  private double cyclesPerDay = 1;

  private ChangingSeries(long seed) {
    random = new Random(seed);
  }

  /** Property of a series that changes. */
  private enum Change {
    LEVEL,
    AMPLITUDE,
    PHASE,
    SEASON
  }

  /**
   * One series for every ordered pair of different changes.
   *
   * @param points number of points per series
   */
  static List<RecordedSeries> all(Instant start, int points, long seed) {
    List<RecordedSeries> all = new ArrayList<>();
    for (Change first : Change.values()) {
      for (Change second : Change.values()) {
        if (first != second) {
          long ownSeed = 31 * seed + 7919L * all.size();
          all.add(new ChangingSeries(ownSeed).series(start, points, List.of(first, second)));
        }
      }
    }
    return all;
  }

  private RecordedSeries series(Instant start, int points, List<Change> changes) {
    long[] times = new long[points];
    double[][] values = new double[points][];
    double noise = 0;
    for (int t = 0; t < points; t++) {
      if (t == points / 3 || t == 2 * (points / 3)) {
        change(changes.get(t == points / 3 ? 0 : 1));
      }
      noise = 0.8 * noise + 0.6 * random.nextGaussian();
      double days = (double) t / POINTS_PER_DAY;
      double cycle = Math.sin(2 * Math.PI * (cyclesPerDay * days + phase));
      times[t] = start.toEpochMilli() + t * STEP_MILLIS;
      values[t] = new double[] {level + amplitude * cycle + noise};
    }
    return new RecordedSeries(name(changes), List.of(RecordedSeries.ONLY_FEATURE), times, values);
  }

  private static String name(List<Change> changes) {
    return (changes.get(0) + "-then-" + changes.get(1)).toLowerCase(Locale.ROOT);
  }

  private void change(Change change) {
    switch (change) {
      case LEVEL -> level += random.nextBoolean() ? 25 : -25;
      case AMPLITUDE -> amplitude *= random.nextBoolean() ? 2 : 0.5;
      case PHASE -> phase += 0.25;
      case SEASON -> cyclesPerDay *= 2;
    }
  }
}
