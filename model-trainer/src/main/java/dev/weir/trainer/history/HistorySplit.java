// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Split of a history into parts for training, early stopping and evaluation. */
public final class HistorySplit {

  private HistorySplit() {}

  /**
   * Splits each series, or the set of series.
   *
   * @param seed seed of the choice of series, for {@link HoldOut#SERIES}
   * @throws UntrainableException if there are too few series to hold some out
   */
  public static List<SplitSeries> of(
      History history, HoldOut holdOut, SplitFractions fractions, long seed) {
    return switch (holdOut) {
      case TIME ->
          history.series().stream().map(series -> SplitSeries.of(series, fractions)).toList();
      case SERIES -> bySeries(history, fractions, seed);
    };
  }

  private static List<SplitSeries> bySeries(History history, SplitFractions fractions, long seed) {
    List<RecordedSeries> shuffled = new ArrayList<>(history.series());
    Collections.shuffle(shuffled, new Random(seed));
    int training = (int) Math.round(fractions.training() * shuffled.size());
    int validationEnd =
        (int) Math.round((fractions.training() + fractions.validation()) * shuffled.size());
    if (training == 0 || validationEnd == training || validationEnd == shuffled.size()) {
      throw new UntrainableException(
          "too few series to hold some of them out: series="
              + shuffled.size()
              + "; hold out time instead");
    }
    List<SplitSeries> split = new ArrayList<>(shuffled.size());
    for (int i = 0; i < shuffled.size(); i++) {
      RecordedSeries series = shuffled.get(i);
      int trainingTo = i < training ? series.length() : 0;
      split.add(new SplitSeries(series, trainingTo, i < validationEnd ? series.length() : 0));
    }
    return split;
  }
}
