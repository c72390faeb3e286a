package dev.weir.detect;

import dev.weir.decision.AlertPolicy;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.AnomalyScore;
import dev.weir.score.ErrorDistribution;
import dev.weir.score.ErrorState;
import dev.weir.score.RangeState;
import dev.weir.score.ValueRange;
import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;

/**
 * The whole detector. Not thread-safe, since the forecaster owns its scratch space: one a thread.
 * Holds nothing of any series.
 */
public final class Detector {

  private final DetectorModel model;
  private final DetectorConfig config;
  private final Scaler scaler;
  private final Forecaster forecaster;
  private final ErrorDistribution errors;
  private final AlertPolicy policy;
  private final double halfWidth;
  private final float[] input;

  /** A detector that runs this model as the user decided. */
  public Detector(DetectorModel model, DetectorConfig config) {
    this.model = model;
    this.config = config;
    scaler = new Scaler(model.architecture().features());
    forecaster = new Forecaster(model.architecture(), model.weights());
    errors = new ErrorDistribution(model.calibration());
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
    Decision decision = decide(state, surprise);
    Evidence evidence = evidence(point, band, surprise, decision);
    return new Scored(evidence, decision, policy.next(state.incident, decision, evidence), gap);
  }

  private static boolean restartBehindGap(DetectorState state, long timeMillis) {
    boolean gap = SeriesClock.tick(state.clock, timeMillis);
    if (gap) {
      state.forecast.reset();
    }
    return gap;
  }

  /** Probability of the point, and the feature that was the least expected. */
  private record Surprise(double probability, int feature) {

    static final Surprise NONE = new Surprise(1, 0);

    Surprise or(double other, int otherFeature) {
      return other < probability ? new Surprise(other, otherFeature) : this;
    }
  }

  private Surprise surprise(DetectorState state, double[] values) {
    Surprise errorView = state.forecast.answered() ? errorView(state, values) : Surprise.NONE;
    Surprise rangeView = rangeView(state, values);
    Surprise smaller = errorView.or(rangeView.probability(), rangeView.feature());
    return new Surprise(
        AnomalyScore.combine(errorView.probability(), rangeView.probability()), smaller.feature());
  }

  private Surprise errorView(DetectorState state, double[] values) {
    double sum = 0;
    double largest = -1;
    int worst = 0;
    for (int f = 0; f < values.length; f++) {
      double error = Math.abs(values[f] - location(state, f)) / scale(state, f);
      sum += error;
      worst = error > largest ? f : worst;
      largest = Math.max(largest, error);
    }
    return new Surprise(errors.observe(state.errors, sum / values.length), worst);
  }

  private static Surprise rangeView(DetectorState state, double[] values) {
    Surprise least = Surprise.NONE;
    for (int f = 0; f < values.length; f++) {
      least = least.or(ValueRange.probability(state.range, f, values[f]), f);
    }
    return new Surprise(Math.min(1, values.length * least.probability()), least.feature());
  }

  private void learn(DetectorState state, double[] values) {
    ValueRange.learn(state.range, values);
    scaler.observe(state.scaler, values, input);
    forecaster.step(state.forecast, input);
  }

  private Decision decide(DetectorState state, Surprise surprise) {
    int left = config.warmUpPoints() - state.clock.count();
    if (left >= 0) {
      return new Decision.WarmingUp(left);
    }
    double allowed = config.budget().tailProbability(state.clock.intervalMillis());
    return surprise.probability() <= allowed
        ? new Decision.Anomalous(surprise.probability())
        : Decision.NORMAL;
  }

  private static Evidence evidence(
      Observation point, Band band, Surprise surprise, Decision decision) {
    boolean young = decision instanceof Decision.WarmingUp;
    double score = young ? 0 : AnomalyScore.ofProbability(surprise.probability());
    return new Evidence(point.timeMillis(), point.values(), band, score, surprise.feature());
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

  ErrorState newErrorState() {
    return errors.newState();
  }

  RangeState newRangeState() {
    return ValueRange.newState(model.architecture().features());
  }

  IncidentState newIncidentState() {
    return policy.newState();
  }
}
