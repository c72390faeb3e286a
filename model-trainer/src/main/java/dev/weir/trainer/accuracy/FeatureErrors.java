// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import dev.weir.decision.Band;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.SplitSeries;
import java.util.EnumMap;
import java.util.Map;

/** Scores the forecasters of one feature of one series, all on the same points. */
final class FeatureErrors {

  private final RecordedSeries series;
  private final int feature;
  private final ErrorDistribution law;
  private final double[] values;
  private final int period;
  private final double scale;
  private final RecursiveLeastSquares autoregression;
  private final Map<ForecasterKind, ForecastTrack> tracks = new EnumMap<>(ForecasterKind.class);

  /**
   * @param law of the model's errors
   */
  FeatureErrors(SplitSeries split, int feature, ErrorDistribution law) {
    this.series = split.series();
    this.feature = feature;
    this.law = law;
    values = new double[series.length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = series.values()[t][feature];
    }
    // Nothing of a series that was held out as a whole was learnt from; the yardsticks are its own.
    int measured = split.trainingTo() > 0 ? split.trainingTo() : values.length;
    period = SeasonalPeriod.find(values, measured);
    scale = meanStep(values, measured);
    double level = values.length == 0 ? 0 : values[0];
    autoregression = new RecursiveLeastSquares(level, scale > 0 ? scale : 1);
    for (ForecasterKind kind : ForecasterKind.values()) {
      track(kind);
    }
  }

  private static double meanStep(double[] values, int to) {
    double sum = 0;
    for (int t = 1; t < to; t++) {
      sum += Math.abs(values[t] - values[t - 1]);
    }
    return sum / Math.max(1, to - 1);
  }

  /**
   * Takes in one point, in the order of time.
   *
   * @param judged whether it counts; then the band is there
   */
  void add(int t, Band band, boolean judged) {
    if (t > 0) {
      int back = period > 0 && period <= t ? period : 1;
      track(ForecasterKind.PERSISTENCE).observe(values[t] - values[t - 1], judged);
      track(ForecasterKind.SEASONAL_NAIVE).observe(values[t] - values[t - back], judged);
      track(ForecasterKind.AUTOREGRESSION).observe(values[t] - autoregression.forecast(), judged);
    }
    autoregression.observe(values[t]);
    if (judged) {
      double error = values[t] - band.expected()[feature];
      double half = band.upper()[feature] - band.expected()[feature];
      track(ForecasterKind.MODEL).count(law, error, half / law.halfWidth95());
    }
  }

  private ForecastTrack track(ForecasterKind kind) {
    return tracks.computeIfAbsent(kind, absent -> new ForecastTrack(scale));
  }

  SeriesError error() {
    boolean single = series.features().size() == 1;
    String name = single ? series.name() : series.name() + "/" + series.features().get(feature);
    Map<ForecasterKind, ForecastScore> scores = new EnumMap<>(ForecasterKind.class);
    tracks.forEach((kind, track) -> scores.put(kind, track.score()));
    return new SeriesError(name, track(ForecasterKind.MODEL).points(), scores, period, scale);
  }
}
