// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * A series split by time into training, validation and evaluation; a part may be empty.
 *
 * @param series the whole series
 * @param trainingTo end index of the training part, exclusive
 * @param validationTo end index of the validation part, exclusive; evaluation starts here
 */
public record SplitSeries(RecordedSeries series, int trainingTo, int validationTo) {

  /** Splits a series by fractions of its time span, not of its number of points. */
  public static SplitSeries of(RecordedSeries series, SplitFractions fractions) {
    int training = indexAt(series, fractions.training());
    int validation = indexAt(series, fractions.training() + fractions.validation());
    return new SplitSeries(series, training, Math.max(training, validation));
  }

  /** Returns all series as evaluation parts. */
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
