// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import dev.weir.decision.Band;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.SplitSeries;
import java.util.EnumMap;
import java.util.Map;

/** Errors of all forecasters on one feature of one series, counted on the same points. */
final class FeatureErrors {

  private final RecordedSeries series;
  private final int feature;
  private final ErrorDistribution distribution;
  private final double[] values;
  private final int period;
  private final double scale;
  private final RecursiveLeastSquares autoregression;
  private final Map<ForecasterKind, ForecastTrack> tracks = new EnumMap<>(ForecasterKind.class);

  /**
   * @param distribution of the model's errors
   */
  FeatureErrors(SplitSeries split, int feature, ErrorDistribution distribution) {
    this.series = split.series();
    this.feature = feature;
    this.distribution = distribution;
    values = new double[series.length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = series.values()[t][feature];
    }
    // A series without a training part is measured on all of its points.
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
   * Adds one point, in the order of time.
   *
   * @param counted whether it is in the evaluation part; then the band is present
   */
  void add(int t, Band band, boolean counted) {
    if (t > 0) {
      int back = period > 0 && period <= t ? period : 1;
      track(ForecasterKind.PERSISTENCE).observe(values[t] - values[t - 1], counted);
      track(ForecasterKind.SEASONAL_NAIVE).observe(values[t] - values[t - back], counted);
      track(ForecasterKind.AUTOREGRESSION).observe(values[t] - autoregression.forecast(), counted);
    }
    autoregression.observe(values[t]);
    if (counted) {
      double error = values[t] - band.expected()[feature];
      double half = band.upper()[feature] - band.expected()[feature];
      track(ForecasterKind.MODEL).count(distribution, error, half / distribution.halfWidth95());
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
