// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.Observation;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import dev.weir.series.ReorderState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builder of one series, with the points in the order in which the job scores them. */
final class SeriesBuilder implements ReorderOutput {

  private static final int FIRST_CAPACITY = 1024;
  private static final double LATE_PART = 0.01;

  private final String name;
  private final List<String> features;
  private final ReorderBuffer buffer;
  private final ReorderState waiting = new ReorderState();
  private long[] times = new long[FIRST_CAPACITY];
  private double[][] values = new double[FIRST_CAPACITY][];
  private int size;
  private long duplicates;
  private long late;
  private long missing;

  /** Rows to be sorted by time; empty unless {@link #sorted}. */
  private final List<Observation> unsorted = new ArrayList<>();

  private final boolean sorted;

  /** Keeps the order in which rows are added. */
  SeriesBuilder(String name, List<String> features, ReorderConfig rules) {
    this(name, features, rules, false);
  }

  /**
   * @param sorted whether rows are sorted by time before the rules apply
   */
  SeriesBuilder(String name, List<String> features, ReorderConfig rules, boolean sorted) {
    this.sorted = sorted;
    this.name = name;
    this.features = features;
    this.buffer = new ReorderBuffer(rules);
  }

  /**
   * Adds one row. A row with a value that is not finite is left out, and such values are counted.
   */
  void add(long timeMillis, double[] row) {
    long cells = Arrays.stream(row).filter(cell -> !Double.isFinite(cell)).count();
    missing += cells;
    if (cells > 0) {
      return;
    }
    Observation point = new Observation(timeMillis, row);
    if (sorted) {
      unsorted.add(point);
    } else {
      buffer.offer(waiting, point, this);
    }
  }

  RecordedSeries build() {
    unsorted.sort(Comparator.comparingLong(Observation::timeMillis));
    unsorted.forEach(point -> buffer.offer(waiting, point, this));
    unsorted.clear();
    buffer.advance(waiting, Long.MAX_VALUE, this);
    return new RecordedSeries(
        name, features, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }

  /** Returns a warning if more than 1 % of the rows are late. */
  Optional<String> warning() {
    return late > LATE_PART * (size + late)
        ? Optional.of(
            "late rows were left out: series="
                + name
                + ", late="
                + late
                + ", kept="
                + size
                + "; if the file is not in time order, train with --sort true")
        : Optional.empty();
  }

  HistoryCounts counts() {
    return new HistoryCounts(size, duplicates, late, missing);
  }

  @Override
  public void release(Observation point) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    times[size] = point.timeMillis();
    values[size++] = point.values();
  }

  @Override
  public void duplicate(Observation point) {
    duplicates++;
  }

  @Override
  public void late(Observation point) {
    late++;
  }
}
