package dev.weir.trainer.history;

import dev.weir.series.ArrivalRules;
import dev.weir.series.Arrivals;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderState;
import java.util.Arrays;
import java.util.List;

/** Gathers the points of one series in the order in which the job would score them. */
final class SeriesBuilder implements Arrivals {

  private static final int FIRST_CAPACITY = 1024;

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

  SeriesBuilder(String name, List<String> features, ArrivalRules rules) {
    this.name = name;
    this.features = features;
    this.buffer = new ReorderBuffer(rules);
  }

  /** Takes in one row; one that holds a value which is not finite is left out and counted. */
  void add(long timeMillis, double[] row) {
    long cells = Arrays.stream(row).filter(cell -> !Double.isFinite(cell)).count();
    missing += cells;
    if (cells == 0) {
      buffer.offer(waiting, new Observation(timeMillis, row), this);
    }
  }

  HistorySeries build() {
    buffer.advance(waiting, Long.MAX_VALUE, this);
    return new HistorySeries(
        name, features, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
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
