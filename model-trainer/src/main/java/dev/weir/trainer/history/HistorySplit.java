// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Cuts a history into what is learnt from, what ends the learning, and what is judged on. */
public final class HistorySplit {

  private HistorySplit() {}

  /**
   * @param seed of which series are held out, where series are
   * @throws UntrainableException where series are to be held out and there are too few for that
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
    int judged =
        (int) Math.round((fractions.training() + fractions.validation()) * shuffled.size());
    if (training == 0 || judged == training || judged == shuffled.size()) {
      throw new UntrainableException(
          "too few series to hold some of them out: series="
              + shuffled.size()
              + "; hold out time instead");
    }
    List<SplitSeries> split = new ArrayList<>(shuffled.size());
    for (int i = 0; i < shuffled.size(); i++) {
      RecordedSeries series = shuffled.get(i);
      int trainingTo = i < training ? series.length() : 0;
      split.add(new SplitSeries(series, trainingTo, i < judged ? series.length() : 0));
    }
    return split;
  }
}
