package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertPolicy;
import dev.weir.decision.Band;
import dev.weir.decision.BudgetControl;
import dev.weir.decision.Debounce;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.FeatureHistory;
import dev.weir.score.Rate;
import dev.weir.score.View;
import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import java.util.Optional;
import java.util.stream.Stream;

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
    scaler.scale(state.scaler, point.values(), input);
    Surprise surprise = surprise(state, point);
    scaler.learn(state.scaler, point.values());
    forecaster.step(state.forecast, input);
    double interval = state.clock.intervalMillis();
    double granted = config.budget().perPoint(interval);
    double log10Rate = rate.log10(surprise.decades());
    double line = BudgetControl.log10Line(state.budget, config.budget().log10Rate(interval));
    Decision decision = decide(state, log10Rate <= line);
    Evidence evidence = evidence(state, point, band, surprise, decision, log10Rate, line);
    Optional<Alert> alert = policy.next(state.incident, decision, evidence, granted);
    keepToBudget(state, decision, alert, granted);
    return new Scored(
        evidence, surprise.decades(), standsOut(state, evidence, surprise), decision, alert, gap);
  }

  private static boolean restartBehindGap(DetectorState state, long timeMillis) {
    boolean gap = SeriesClock.tick(state.clock, timeMillis);
    if (gap) {
      state.forecast.reset();
    }
    return gap;
  }

  /**
   * Decades of surprise at the point, the view that saw most of it in the most surprising feature,
   * and each feature's share.
   */
  private record Surprise(double decades, View view, double[] contributions) {}

  /**
   * All features judged jointly: the harmonic mean of their probabilities, which any dependence
   * among them leaves a probability up to a constant (Wilson 2019, PNAS 116).
   */
  private Surprise surprise(DetectorState state, Observation point) {
    double[] values = point.values();
    if (values.length == 1) {
      double decades = observe(state, 0, point.timeMillis(), values[0]);
      return new Surprise(decades, state.histories[0].view(), new double[] {1});
    }
    return jointly(state, point.timeMillis(), values);
  }

  private Surprise jointly(DetectorState state, long timeMillis, double[] values) {
    double[] contributions = new double[values.length];
    double sum = 0;
    int most = 0;
    for (int f = 0; f < values.length; f++) {
      contributions[f] = Math.pow(10, observe(state, f, timeMillis, values[f]));
      sum += contributions[f];
      most = contributions[f] > contributions[most] ? f : most;
    }
    for (int f = 0; f < values.length; f++) {
      contributions[f] /= sum;
    }
    return new Surprise(
        Math.log10(sum / values.length), state.histories[most].view(), contributions);
  }

  private double observe(DetectorState state, int feature, long timeMillis, double value) {
    float move = Math.abs(input[Scaler.INPUTS_PER_FEATURE * feature + 1]);
    return state.histories[feature].observe(timeMillis, value, move, error(state, feature, value));
  }

  /** In usual steps; NaN where there was no forecast to trust. */
  private double error(DetectorState state, int feature, double value) {
    boolean judged = state.forecast.answered() && scaler.isTrusted(state.scaler);
    double step = value - scaler.location(state.scaler, feature);
    return judged
        ? step / scaler.unit(state.scaler, feature) - state.forecast.mu(feature)
        : Double.NaN;
  }

  private Decision decide(DetectorState state, boolean rare) {
    int left = config.warmUpPoints() - state.clock.count();
    if (left >= 0) {
      return new Decision.WarmingUp(left);
    }
    return rare ? Decision.ANOMALOUS : Decision.NORMAL;
  }

  private static Evidence evidence(
      DetectorState state,
      Observation point,
      Band band,
      Surprise surprise,
      Decision decision,
      double log10Rate,
      double line) {
    boolean judged = !(decision instanceof Decision.WarmingUp);
    return new Evidence(
        point.timeMillis(),
        point.values(),
        band,
        log10Rate,
        line,
        surprise.view(),
        surprise.contributions(),
        judged ? BudgetControl.guarantee(state.budget) : Guarantee.LEARNING);
  }

  private static void keepToBudget(
      DetectorState state, Decision decision, Optional<Alert> alert, double granted) {
    if (decision instanceof Decision.WarmingUp) {
      return;
    }
    boolean opened = alert.isPresent() && alert.get().status() == Alert.Status.OPENED;
    BudgetControl.learn(state.budget, opened, state.incident.pointsIfOpen(), granted);
  }

  private static boolean standsOut(DetectorState state, Evidence evidence, Surprise surprise) {
    boolean judged = evidence.guarantee() != Guarantee.LEARNING;
    return judged && Debounce.isNew(state.debounce, surprise.decades());
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

  FeatureHistory[] newHistories() {
    return Stream.generate(FeatureHistory::new)
        .limit(model.architecture().features())
        .toArray(FeatureHistory[]::new);
  }

  IncidentState newIncidentState() {
    return policy.newState();
  }
}
