// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertPolicy;
import dev.weir.decision.Band;
import dev.weir.decision.BudgetController;
import dev.weir.decision.BudgetState;
import dev.weir.decision.DebounceState;
import dev.weir.decision.Debouncer;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.IncidentRate;
import dev.weir.score.PointScorer;
import dev.weir.score.Surprise;
import dev.weir.series.ClockState;
import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import dev.weir.state.SeriesBytes;
import java.util.Optional;

/**
 * The function that takes one point of one series through all stages.
 *
 * <p>It holds a model and buffers, but no series: the caller keeps a {@link DetectorState} for each
 * series. Not thread-safe: use one detector per thread.
 *
 * <p>The network step is deferred. A forecast is needed only when the next point of its series
 * arrives, and the networks of many series are stepped together in half the time. A step stays
 * pending until {@value dev.weir.forecast.ForecastBatch#LANES} are pending, until one of these
 * series gets its next point, or until {@link #flush}.
 */
public final class Detector {

  private final DetectorModel model;
  private final DetectorConfig config;
  private final Scaler scaler;
  private final IncidentRate rate;
  private final AlertPolicy policy;
  private final PendingSteps pending;
  private final double halfWidth95;

  /** Views of the state of the series that is being stepped. */
  private final SeriesBytes bytes = new SeriesBytes();

  private final ClockState clock;
  private final ScalerState scale;
  private final ForecastState forecast;
  private final PointScorer scorer;
  private final BudgetState budget;
  private final DebounceState debounce;
  private final IncidentState incident;

  /** The state of a new series. */
  private final byte[] newBytes;

  private final float[] newNetwork;

  /** The scaled point, {@code [2 * feature]}. */
  private final float[] input;

  /** Forecast errors in typical steps, {@code [feature]}. */
  private final double[] errors;

  /** Argument and result of the last {@link #log10InitialThreshold}. */
  private double cachedIntervalMillis = Double.NaN;

  private double cachedLog10Threshold;

  /** Creates a detector of this model. */
  public Detector(DetectorModel model, DetectorConfig config) {
    this.model = model;
    this.config = config;
    int features = model.architecture().features();
    Forecaster forecaster = new Forecaster(model.architecture(), model.weights());
    scaler = new Scaler(features);
    rate = model.calibration().rate();
    policy = new AlertPolicy(config.quietPoints());
    pending = new PendingSteps(forecaster.newBatch());
    halfWidth95 = model.architecture().errorDistribution().halfWidth95();
    clock = new ClockState(bytes);
    scale = scaler.newState(bytes);
    forecast = forecaster.newState();
    scorer = new PointScorer(bytes, features);
    budget = new BudgetState(bytes);
    debounce = new DebounceState(bytes);
    incident = new IncidentState(bytes);
    newBytes = bytes.copy();
    newNetwork = forecast.copy();
    input = new float[scaler.inputs()];
    errors = new double[features];
  }

  /** The model that this detector runs. */
  public DetectorModel model() {
    return model;
  }

  /** Creates the state of a new series. */
  public DetectorState newState() {
    return new DetectorState(newBytes.clone(), newNetwork.clone());
  }

  /**
   * Scores one point of a series and updates the state of the series, except for its network step,
   * which stays pending. The state can be stepped again at any time, but it can be copied and
   * serialized only after {@link #flush}.
   *
   * @param state state of the series, of this model
   * @param point its next point, with one finite value per feature of the model
   * @throws IllegalStateException if the state has a pending step in another detector
   */
  public ScoredPoint step(DetectorState state, Observation point) {
    if (state.stepPending) {
      flush();
      state.requireFlushed();
    }
    bytes.attach(state.bytes);
    forecast.attach(state.network);
    boolean stateReset = resetAfterGap(point.timeMillis());
    Band band = band();
    scaler.scale(scale, point.values(), input);
    computeErrors(point.values());
    Surprise surprise = scorer.observe(point, input, errors);
    scaler.update(scale, point.values());
    Evidence evidence = evidence(point, band, surprise);
    ScoredPoint scored = decide(evidence, surprise.decades(), stateReset);
    pending.add(state, input);
    return scored;
  }

  /**
   * Runs the pending network steps of all series. To be called before a state is copied or
   * serialized, or stepped by another detector.
   */
  public void flush() {
    pending.flush();
  }

  private boolean resetAfterGap(long timeMillis) {
    boolean gap = SeriesClock.advance(clock, timeMillis);
    if (gap) {
      forecast.reset();
    }
    return gap;
  }

  private Band band() {
    if (!forecast.hasForecast()) {
      return Band.NONE;
    }
    int features = errors.length;
    Band band = new Band(new double[features], new double[features], new double[features]);
    for (int f = 0; f < features; f++) {
      double typicalStep = scaler.typicalStep(scale, f);
      double location = scaler.lastValue(scale, f) + typicalStep * forecast.mu(f);
      double half = halfWidth95 * (typicalStep * Math.exp(forecast.logSigma(f)));
      band.expected()[f] = location;
      band.lower()[f] = location - half;
      band.upper()[f] = location + half;
    }
    return band;
  }

  /** Sets an error to NaN if there is no forecast or the typical step is not known yet. */
  private void computeErrors(double[] values) {
    boolean known = forecast.hasForecast() && scaler.isReliable(scale);
    for (int f = 0; f < errors.length; f++) {
      double step = (values[f] - scaler.lastValue(scale, f)) / scaler.typicalStep(scale, f);
      errors[f] = known ? step - forecast.mu(f) : Double.NaN;
    }
  }

  private Evidence evidence(Observation point, Band band, Surprise surprise) {
    return new Evidence(
        point.timeMillis(),
        point.values(),
        band,
        rate.log10(surprise.decades()),
        BudgetController.log10Threshold(budget, log10InitialThreshold(clock.intervalMillis())),
        surprise.signal(),
        surprise.contributions(),
        warmUpPointsLeft() >= 0 ? Guarantee.LEARNING : BudgetController.guarantee(budget));
  }

  private int warmUpPointsLeft() {
    return config.warmUpPoints() - clock.count();
  }

  /** Caches the last result, since consecutive series mostly have the same interval. */
  private double log10InitialThreshold(double intervalMillis) {
    if (intervalMillis != cachedIntervalMillis) {
      cachedIntervalMillis = intervalMillis;
      cachedLog10Threshold = config.budget().log10InitialThreshold(intervalMillis);
    }
    return cachedLog10Threshold;
  }

  private ScoredPoint decide(Evidence evidence, double surprise, boolean stateReset) {
    double granted = config.budget().alertsPerPoint(clock.intervalMillis());
    Decision decision = decision(evidence);
    Optional<Alert> alert = policy.update(incident, decision, evidence, granted);
    boolean passesDebounce = false;
    if (!(decision instanceof Decision.WarmingUp)) {
      boolean opened = alert.isPresent() && alert.get().status() == Alert.Status.OPENED;
      BudgetController.update(budget, opened, incident.pointsIfOpen(), granted);
      passesDebounce = Debouncer.passes(debounce, surprise);
    }
    return new ScoredPoint(evidence, surprise, passesDebounce, decision, alert, stateReset);
  }

  private Decision decision(Evidence evidence) {
    int warmUpPointsLeft = warmUpPointsLeft();
    if (warmUpPointsLeft >= 0) {
      return new Decision.WarmingUp(warmUpPointsLeft);
    }
    return evidence.log10Rate() <= evidence.log10Threshold() ? Decision.ANOMALOUS : Decision.NORMAL;
  }
}
