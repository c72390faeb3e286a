// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * A series cut by time; one that is learnt from, or held out, as a whole is all one part.
 *
 * @param series all of it
 * @param trainingTo index behind the last point to learn from
 * @param validationTo index behind the last point to stop early on; from here on it is judged
 */
public record SplitSeries(RecordedSeries series, int trainingTo, int validationTo) {

  /**
   * Cuts a series by parts of its time, not of its points: a dense stretch counts as long as it is.
   */
  public static SplitSeries of(RecordedSeries series, SplitFractions fractions) {
    int training = indexAt(series, fractions.training());
    int validation = indexAt(series, fractions.training() + fractions.validation());
    return new SplitSeries(series, training, Math.max(training, validation));
  }

  /** Every series as a whole, none of it to be learnt from. */
  public static List<SplitSeries> heldOut(History history) {
    return history.series().stream().map(series -> new SplitSeries(series, 0, 0)).toList();
  }

  private static int indexAt(RecordedSeries series, double part) {
    long[] times = series.times();
    long first = times[0];
    long bound = first + Math.round(part * (times[times.length - 1] - first));
    int index = 0;
    while (index < times.length && times[index] < bound) {
      index++;
    }
    return index;
  }
}
