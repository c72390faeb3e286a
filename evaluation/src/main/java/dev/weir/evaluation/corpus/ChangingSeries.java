package dev.weir.evaluation.corpus;

import dev.weir.series.RecordedSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A day's course with noise around it, which changes for good after a third and again after two
 * thirds of its time: no anomalies to be told of for long, since the new course stays.
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

  /** What may change. */
  private enum Change {
    LEVEL,
    AMPLITUDE,
    PHASE,
    SEASON
  }

  /** Every ordered pair of different changes. */
  static List<RecordedSeries> all(Instant start, int points, long seed) {
    List<RecordedSeries> all = new ArrayList<>();
    for (Change first : Change.values()) {
      for (Change second : Change.values()) {
        if (first != second) {
          long own = 31 * seed + 7919L * all.size();
          all.add(new ChangingSeries(own).series(start, points, List.of(first, second)));
        }
      }
    }
    return all;
  }

  private RecordedSeries series(Instant start, int points, List<Change> changes) {
    long[] times = new long[points];
    double[][] values = new double[points][];
    double rest = 0;
    for (int t = 0; t < points; t++) {
      if (t == points / 3 || t == 2 * (points / 3)) {
        change(changes.get(t == points / 3 ? 0 : 1));
      }
      rest = 0.8 * rest + 0.6 * random.nextGaussian();
      double days = (double) t / POINTS_PER_DAY;
      double course = Math.sin(2 * Math.PI * (cyclesPerDay * days + phase));
      times[t] = start.toEpochMilli() + t * STEP_MILLIS;
      values[t] = new double[] {level + amplitude * course + rest};
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
