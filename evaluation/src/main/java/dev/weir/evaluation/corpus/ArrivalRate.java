package dev.weir.evaluation.corpus;

import dev.weir.series.RecordedSeries;
import java.util.List;

/** Turns a log of arrivals into how many there were in each {@value #BIN_MILLIS} ms. */
final class ArrivalRate {

  static final long BIN_MILLIS = 5_000;

  private static final double FASTEST_MILLIS = 1_000;

  private ArrivalRate() {}

  /** The rate where rows come faster than one a second, else the series as it is. */
  static RecordedSeries orItself(RecordedSeries series) {
    int last = series.length() - 1;
    boolean arrivals = last > 0 && series.times()[last] - series.times()[0] < last * FASTEST_MILLIS;
    return arrivals ? rate(series) : series;
  }

  /** The last bin is left out: it is not over. */
  private static RecordedSeries rate(RecordedSeries series) {
    long start = series.times()[0];
    int bins = (int) ((series.times()[series.length() - 1] - start) / BIN_MILLIS);
    long[] times = new long[bins];
    double[][] counts = new double[bins][1];
    for (int bin = 0; bin < bins; bin++) {
      times[bin] = start + (bin + 1) * BIN_MILLIS;
    }
    for (long time : series.times()) {
      int bin = (int) ((time - start) / BIN_MILLIS);
      if (bin < bins) {
        counts[bin][0]++;
      }
    }
    String file = series.name().replaceFirst("/[^/]*$", "");
    return new RecordedSeries(
        file + "/arrivals", List.of(RecordedSeries.ONLY_FEATURE), times, counts);
  }
}
