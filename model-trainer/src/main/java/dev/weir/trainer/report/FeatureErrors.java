package dev.weir.trainer.report;

import dev.weir.decision.Band;
import dev.weir.trainer.history.HistorySeries;
import dev.weir.trainer.history.SplitSeries;

/** Sums the errors of one feature of one series, all forecasters on the same points. */
final class FeatureErrors {

  private final HistorySeries series;
  private final int feature;
  private final double[] values;
  private final int period;
  private final double scale;
  private long points;
  private double model;
  private double persistence;
  private double seasonalNaive;

  FeatureErrors(SplitSeries split, int feature) {
    this.series = split.series();
    this.feature = feature;
    values = new double[series.length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = series.values()[t][feature];
    }
    // Nothing of a series that was held out as a whole was learnt from; the yardsticks are its own.
    int measured = split.trainingTo() > 0 ? split.trainingTo() : values.length;
    period = SeasonalPeriod.find(values, measured);
    scale = meanStep(values, measured);
  }

  private static double meanStep(double[] values, int to) {
    double sum = 0;
    for (int t = 1; t < to; t++) {
      sum += Math.abs(values[t] - values[t - 1]);
    }
    return sum / Math.max(1, to - 1);
  }

  void add(int t, Band band) {
    points++;
    model += Math.abs(values[t] - band.expected()[feature]);
    persistence += Math.abs(values[t] - values[t - 1]);
    int back = period > 0 && period <= t ? period : 1;
    seasonalNaive += Math.abs(values[t] - values[t - back]);
  }

  SeriesError error() {
    boolean single = series.features().size() == 1;
    String name = single ? series.name() : series.name() + "/" + series.features().get(feature);
    double n = Math.max(1, points);
    return new SeriesError(
        name, points, model / n, persistence / n, seasonalNaive / n, period, scale);
  }
}
