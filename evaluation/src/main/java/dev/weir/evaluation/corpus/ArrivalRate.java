// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.corpus;

import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * Converter of a log of arrivals, one row each, into a series of counts per {@value #BIN_MILLIS}
 * ms.
 */
final class ArrivalRate {

  static final long BIN_MILLIS = 5_000;

  private static final double MIN_INTERVAL_MILLIS = 1_000;

  private ArrivalRate() {}

  /** The counts if the series has more than one row per second, else the series unchanged. */
  static RecordedSeries orUnchanged(RecordedSeries series) {
    int last = series.length() - 1;
    boolean arrivals =
        last > 0 && series.times()[last] - series.times()[0] < last * MIN_INTERVAL_MILLIS;
    return arrivals ? rate(series) : series;
  }

  /** Leaves out the last bin, which is incomplete. */
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
