package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.forecast.Architecture;
import dev.weir.score.FeatureScorer;
import dev.weir.series.Observation;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that the last point was judged by; few points are asked for them, so they are put
 * together when one is.
 *
 * <p>Numbers, not objects: a reference that is set in an old object makes the garbage collector
 * take note of it, with each point.
 */
final class JudgedPoint implements Supplier<Evidence> {

  private final double halfWidth;

  /** Of the series judged last. */
  private final FeatureScorer[] histories;

  private long timeMillis;
  private final double[] values;

  /** Whether there was a forecast. */
  boolean expected;

  /** Of the forecast, in the series' own unit, {@code [feature]}. */
  final double[] location;

  /** An ordinary step, in the series' own unit, {@code [feature]}. */
  final double[] unit;

  /** Of the forecast's scale, in ordinary steps, {@code [feature]}. */
  final float[] logSigma;

  /** Decades. */
  double surprise;

  /** The most surprising feature. */
  int feature;

  /** Each feature's share, {@code [feature]}. */
  final double[] contributions;

  double log10Rate;
  double log10Line;

  /** Points until the series is judged; below zero where it is. */
  int warmUpPointsLeft;

  boolean anomalous;
  boolean guaranteed;
  boolean standsOut;
  boolean restarted;

  /** Mostly none. */
  @Nullable Alert alert;

  JudgedPoint(Architecture shape, FeatureScorer[] histories) {
    this.histories = histories;
    halfWidth = shape.law().halfWidth95();
    values = new double[shape.features()];
    location = new double[shape.features()];
    unit = new double[shape.features()];
    logSigma = new float[shape.features()];
    contributions = new double[shape.features()];
  }

  /** Is from now on about this point. */
  void turnTo(Observation point) {
    timeMillis = point.timeMillis();
    System.arraycopy(point.values(), 0, values, 0, values.length);
  }

  Decision decision() {
    if (isLearning()) {
      return new Decision.WarmingUp(warmUpPointsLeft);
    }
    return anomalous ? Decision.ANOMALOUS : Decision.NORMAL;
  }

  /** Whether the series is not judged yet. */
  boolean isLearning() {
    return warmUpPointsLeft >= 0;
  }

  ScoredPoint scored() {
    return new ScoredPoint(
        get(), surprise, standsOut, decision(), Optional.ofNullable(alert), restarted);
  }

  @Override
  public Evidence get() {
    return new Evidence(
        timeMillis,
        values.clone(),
        band(),
        log10Rate,
        log10Line,
        histories[feature].view(),
        contributions.clone(),
        guarantee());
  }

  private Guarantee guarantee() {
    if (isLearning()) {
      return Guarantee.LEARNING;
    }
    return guaranteed ? Guarantee.GUARANTEED : Guarantee.PROVISIONAL;
  }

  private Band band() {
    if (!expected) {
      return Band.NONE;
    }
    double[] lower = new double[location.length];
    double[] upper = new double[location.length];
    for (int f = 0; f < location.length; f++) {
      double half = halfWidth * (unit[f] * Math.exp(logSigma[f]));
      lower[f] = location[f] - half;
      upper[f] = location[f] + half;
    }
    return new Band(location.clone(), lower, upper);
  }
}
