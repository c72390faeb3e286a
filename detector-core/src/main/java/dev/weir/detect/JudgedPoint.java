package dev.weir.detect;

import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.forecast.Architecture;
import dev.weir.score.View;
import dev.weir.series.Observation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Numbers that the last point was judged by; few points are asked for them, so they are put
 * together when one is.
 */
final class JudgedPoint implements Supplier<Evidence> {

  private final double halfWidth;

  /** Whether there was a forecast. */
  boolean expected;

  /** Of the forecast, in the series' own unit, {@code [feature]}. */
  final double[] location;

  /** An ordinary step, in the series' own unit, {@code [feature]}. */
  final double[] unit;

  /** Of the forecast's scale, in ordinary steps, {@code [feature]}. */
  final float[] logSigma;

  Observation point = new Observation(0, new double[0]);

  /** Decades. */
  double surprise;

  /** The view that saw most of it in the most surprising feature. */
  View view = View.ERROR;

  /** Each feature's share, {@code [feature]}. */
  final double[] contributions;

  double log10Rate;
  double log10Line;
  Guarantee guarantee = Guarantee.LEARNING;
  boolean standsOut;
  Verdict verdict = new Verdict(Decision.NORMAL, Optional.empty(), false);

  JudgedPoint(Architecture shape) {
    halfWidth = shape.law().halfWidth95();
    location = new double[shape.features()];
    unit = new double[shape.features()];
    logSigma = new float[shape.features()];
    contributions = new double[shape.features()];
  }

  Scored scored() {
    return new Scored(
        get(), surprise, standsOut, verdict.decision(), verdict.alert(), verdict.restarted());
  }

  @Override
  public Evidence get() {
    return new Evidence(
        point.timeMillis(),
        point.values(),
        band(),
        log10Rate,
        log10Line,
        view,
        contributions.clone(),
        guarantee);
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
