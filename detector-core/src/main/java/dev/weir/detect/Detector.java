package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertPolicy;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.AnomalyScore;
import dev.weir.score.ErrorDistribution;
import dev.weir.score.RangeState;
import dev.weir.score.Rate;
import dev.weir.score.ValueRange;
import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import java.util.Optional;

/**
 * The whole detector. Not thread-safe, since the forecaster owns its scratch space: one a thread.
 * Holds nothing of any series.
 */
public final class Detector {

  private final DetectorModel model;
  private final DetectorConfig config;
  private final Scaler scaler;
  private final Forecaster forecaster;
  private final Rate rate;
  private final AlertPolicy policy;
  private final double halfWidth;
  private final float[] input;

  /** A detector that runs this model as the user decided. */
  public Detector(DetectorModel model, DetectorConfig config) {
    this.model = model;
    this.config = config;
    scaler = new Scaler(model.architecture().features());
    forecaster = new Forecaster(model.architecture(), model.weights());
    rate = model.calibration().rate();
    policy = new AlertPolicy(config.quietPoints());
    halfWidth = model.architecture().law().halfWidth95();
    input = new float[scaler.inputs()];
  }

  /** The model it runs. */
  public DetectorModel model() {
    return model;
  }

  /** The state of a series never seen. */
  public DetectorState newState() {
    return new DetectorState(this);
  }

  /**
   * Takes one series one point further.
   *
   * @param state the series' state; moved on
   * @param point its next point, as many finite values as the model has features
   */
  public Scored step(DetectorState state, Observation point) {
    boolean gap = restartBehindGap(state, point.timeMillis());
    Band band = band(state);
    Surprise surprise = surprise(state, point.values());
    learn(state, point.values());
    double log10Rate = rate.log10(surprise.decades());
    Decision decision = decide(state, log10Rate);
    double score = decision instanceof Decision.WarmingUp ? 0 : AnomalyScore.ofLog10Rate(log10Rate);
    Evidence evidence =
        new Evidence(point.timeMillis(), point.values(), band, score, surprise.feature());
    Optional<Alert> alert = policy.next(state.incident, decision, evidence);
    return new Scored(
        evidence, surprise.decades(), alertScore(state, score, alert), decision, alert, gap);
  }

  private static boolean restartBehindGap(DetectorState state, long timeMillis) {
    boolean gap = SeriesClock.tick(state.clock, timeMillis);
    if (gap) {
      state.forecast.reset();
    }
    return gap;
  }

  /** Decades of surprise at the point, and the feature that was the least expected. */
  private record Surprise(double decades, int feature) {

    static final Surprise NONE = new Surprise(0, 0);

    Surprise plus(Surprise other) {
      return new Surprise(
          decades + other.decades, other.decades > decades ? other.feature : feature);
    }
  }

  private Surprise surprise(DetectorState state, double[] values) {
    boolean judged = state.forecast.answered() && scaler.isTrusted(state.scaler);
    Surprise errorView = judged ? errorView(state, values) : Surprise.NONE;
    return errorView.plus(rangeView(state, values));
  }

  private Surprise errorView(DetectorState state, double[] values) {
    double sum = 0;
    double largest = -1;
    int worst = 0;
    for (int f = 0; f < values.length; f++) {
      double error = Math.abs(values[f] - location(state, f)) / scaler.unit(state.scaler, f);
      sum += error;
      worst = error > largest ? f : worst;
      largest = Math.max(largest, error);
    }
    return new Surprise(ErrorDistribution.observe(state.errors, sum / values.length), worst);
  }

  /** The most surprising feature's, less what the choice among several is worth (Bonferroni). */
  private static Surprise rangeView(DetectorState state, double[] values) {
    double most = 0;
    int worst = 0;
    for (int f = 0; f < values.length; f++) {
      double decades = ValueRange.surprise(state.range, f, values[f]);
      worst = decades > most ? f : worst;
      most = Math.max(most, decades);
    }
    return new Surprise(Math.max(0, most - Math.log10(values.length)), worst);
  }

  private void learn(DetectorState state, double[] values) {
    ValueRange.learn(state.range, values);
    scaler.observe(state.scaler, values, input);
    forecaster.step(state.forecast, input);
  }

  private Decision decide(DetectorState state, double log10Rate) {
    int left = config.warmUpPoints() - state.clock.count();
    if (left >= 0) {
      return new Decision.WarmingUp(left);
    }
    return log10Rate <= allowed(state) ? Decision.ANOMALOUS : Decision.NORMAL;
  }

  private double allowed(DetectorState state) {
    return config.budget().log10Rate(state.clock.intervalMillis());
  }

  private double alertScore(DetectorState state, double score, Optional<Alert> alert) {
    boolean told = alert.isPresent() && alert.get().status() != Alert.Status.RESOLVED;
    return told ? score : Math.min(score, AnomalyScore.ofLog10Rate(allowed(state))) / 2;
  }

  private Band band(DetectorState state) {
    if (!state.forecast.answered()) {
      return Band.NONE;
    }
    int features = model.architecture().features();
    double[] expected = new double[features];
    double[] lower = new double[features];
    double[] upper = new double[features];
    for (int f = 0; f < features; f++) {
      expected[f] = location(state, f);
      double half = halfWidth * scale(state, f);
      lower[f] = expected[f] - half;
      upper[f] = expected[f] + half;
    }
    return new Band(expected, lower, upper);
  }

  private double location(DetectorState state, int feature) {
    return scaler.location(state.scaler, feature)
        + scaler.unit(state.scaler, feature) * state.forecast.mu(feature);
  }

  private double scale(DetectorState state, int feature) {
    return scaler.unit(state.scaler, feature) * Math.exp(state.forecast.logSigma(feature));
  }

  ScalerState newScalerState() {
    return scaler.newState();
  }

  ForecastState newForecastState() {
    return forecaster.newState();
  }

  RangeState newRangeState() {
    return ValueRange.newState(model.architecture().features());
  }

  IncidentState newIncidentState() {
    return policy.newState();
  }
}
