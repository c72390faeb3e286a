// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Filter that removes series that can't be trained on, with a warning for each, and rejects a
 * history without others.
 */
public final class TrainableHistory {

  /** Minimum number of points of a series: fewer leave too little for training and evaluation. */
  public static final int FEWEST_POINTS = 100;

  private enum Fault {
    EMPTY("holds no finite value"),
    SHORT("is too short: expected " + FEWEST_POINTS + " points or more"),
    CONSTANT("is constant: there is nothing to forecast");

    final String rule;

    Fault(String rule) {
      this.rule = rule;
    }
  }

  private TrainableHistory() {}

  /**
   * Removes series that are empty, short or constant.
   *
   * @throws UntrainableException if no series is left or they differ in their number of features
   */
  public static History of(History history) {
    if (history.series().isEmpty()) {
      throw new UntrainableException(
          "no data: expected series in " + history.source() + ", found 0");
    }
    Map<Fault, List<RecordedSeries>> faulty = new EnumMap<>(Fault.class);
    List<RecordedSeries> usable = new ArrayList<>();
    for (RecordedSeries series : history.series()) {
      Fault fault = fault(series);
      (fault == null ? usable : faulty.computeIfAbsent(fault, f -> new ArrayList<>())).add(series);
    }
    if (usable.isEmpty()) {
      throw refusal(history.source(), faulty);
    }
    requireSameFeatures(usable);
    List<String> warnings = new ArrayList<>(history.warnings());
    faulty.forEach((fault, series) -> warnings.addAll(warnings(fault, series)));
    return new History(history.source(), usable, history.counts(), warnings);
  }

  private static @Nullable Fault fault(RecordedSeries series) {
    if (series.length() == 0) {
      return Fault.EMPTY;
    }
    if (series.length() < FEWEST_POINTS) {
      return Fault.SHORT;
    }
    return series.isConstant() ? Fault.CONSTANT : null;
  }

  private static void requireSameFeatures(List<RecordedSeries> usable) {
    RecordedSeries first = usable.get(0);
    for (RecordedSeries series : usable) {
      if (series.features().size() != first.features().size()) {
        throw new UntrainableException(
            "all series of a model must have the same number of features: "
                + first.name()
                + " has "
                + first.features()
                + ", "
                + series.name()
                + " has "
                + series.features()
                + "; train one model for each, or read each column as a series");
      }
    }
  }

  private static UntrainableException refusal(
      String source, Map<Fault, List<RecordedSeries>> faulty) {
    List<String> reasons = new ArrayList<>();
    faulty.forEach(
        (fault, series) ->
            reasons.add(
                series.size()
                    + " of them, such as "
                    + series.get(0).name()
                    + " (points="
                    + series.get(0).length()
                    + "), "
                    + fault.rule));
    return new UntrainableException(
        "no series in " + source + " can be trained on: " + String.join("; ", reasons));
  }

  private static List<String> warnings(Fault fault, List<RecordedSeries> series) {
    return Warnings.shorten(
        series.stream()
            .map(
                one ->
                    "left out: series="
                        + one.name()
                        + " (points="
                        + one.length()
                        + ") "
                        + fault.rule)
            .toList());
  }
}
