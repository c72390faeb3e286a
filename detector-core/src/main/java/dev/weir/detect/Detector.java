package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertPolicy;
import dev.weir.decision.Band;
import dev.weir.decision.BudgetControl;
import dev.weir.decision.BudgetState;
import dev.weir.decision.Debounce;
import dev.weir.decision.DebounceState;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.FeatureHistory;
import dev.weir.score.Rate;
import dev.weir.score.View;
import dev.weir.series.ClockState;
import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.series.ScalerState;
import dev.weir.series.SeriesClock;
import dev.weir.state.SeriesBytes;
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
  private final Backlog backlog;

  /** Shows the parts below of whichever series is stepped. */
  private final SeriesBytes bytes = new SeriesBytes();

  private final ClockState clock;
  private final ScalerState scale;
  private final ForecastState forecast;
  private final FeatureHistory[] histories;
  private final BudgetState budget;
  private final DebounceState debounce;
  private final IncidentState incident;
  private double allowedAtMillis = Double.NaN;
  private double log10Allowed;
  private final byte[] newBytes;
  private final float[] newNetwork;

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
    backlog = new Backlog(forecaster.newBatch());
    clock = new ClockState(bytes);
    scale = scaler.newState(bytes);
    forecast = forecaster.newState();
    histories =
        Stream.generate(() -> new FeatureHistory(bytes))
            .limit(model.architecture().features())
            .toArray(FeatureHistory[]::new);
    budget = new BudgetState(bytes);
    debounce = new DebounceState(bytes);
    incident = new IncidentState(bytes);
    newBytes = bytes.copy();
    newNetwork = forecast.copy();
  }

  /** The model it runs. */
  public DetectorModel model() {
    return model;
  }

  /** The state of a series never seen. */
  public DetectorState newState() {
    return new DetectorState(newBytes.clone(), newNetwork.clone());
  }

  /**
   * Takes one series one point further.
   *
   * @param state the series' state; moved on
   * @param point its next point, as many finite values as the model has features
   */
  public Scored step(DetectorState state, Observation point) {
    Scored scored = next(state, point);
    forecaster.step(forecast, input);
    return scored;
  }

  /**
   * As {@link #step}, but leaves the network's own step to {@link #catchUp}: the networks of many
   * series together take half the time. Until then the state can be judged further, not stored.
   */
  public Scored judge(DetectorState state, Observation point) {
    Scored scored = next(state, point);
    backlog.add(state, input);
    return scored;
  }

  /** Steps the networks of all series that were judged. */
  public void catchUp() {
    backlog.catchUp();
  }

  private Scored next(DetectorState state, Observation point) {
    if (state.behind) {
      backlog.catchUp();
    }
    bytes.lookAt(state.bytes);
    forecast.lookAt(state.network);
    boolean gap = restartBehindGap(point.timeMillis());
    Band band = band();
    scaler.scale(scale, point.values(), input);
    Surprise surprise = surprise(point);
    scaler.learn(scale, point.values());
    double interval = clock.intervalMillis();
    double granted = config.budget().perPoint(interval);
    double log10Rate = rate.log10(surprise.decades());
    double line = BudgetControl.log10Line(budget, log10Allowed(interval));
    Decision decision = decide(log10Rate <= line);
    Evidence evidence = evidence(point, band, surprise, decision, log10Rate, line);
    Optional<Alert> alert = policy.next(incident, decision, evidence, granted);
    keepToBudget(decision, alert, granted);
    return new Scored(
        evidence, surprise.decades(), standsOut(evidence, surprise), decision, alert, gap);
  }

  /** Series mostly have the interval of the series before, and a logarithm takes its time. */
  private double log10Allowed(double intervalMillis) {
    if (intervalMillis != allowedAtMillis) {
      allowedAtMillis = intervalMillis;
      log10Allowed = config.budget().log10Rate(intervalMillis);
    }
    return log10Allowed;
  }

  private boolean restartBehindGap(long timeMillis) {
    boolean gap = SeriesClock.tick(clock, timeMillis);
    if (gap) {
      forecast.reset();
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
  private Surprise surprise(Observation point) {
    double[] values = point.values();
    if (values.length == 1) {
      double decades = observe(0, point.timeMillis(), values[0]);
      return new Surprise(decades, histories[0].view(), new double[] {1});
    }
    return jointly(point.timeMillis(), values);
  }

  private Surprise jointly(long timeMillis, double[] values) {
    double[] contributions = new double[values.length];
    double sum = 0;
    int most = 0;
    for (int f = 0; f < values.length; f++) {
      contributions[f] = Math.pow(10, observe(f, timeMillis, values[f]));
      sum += contributions[f];
      most = contributions[f] > contributions[most] ? f : most;
    }
    for (int f = 0; f < values.length; f++) {
      contributions[f] /= sum;
    }
    return new Surprise(Math.log10(sum / values.length), histories[most].view(), contributions);
  }

  private double observe(int feature, long timeMillis, double value) {
    float move = Math.abs(input[Scaler.INPUTS_PER_FEATURE * feature + 1]);
    return histories[feature].observe(timeMillis, value, move, error(feature, value));
  }

  /** In usual steps; NaN where there was no forecast to trust. */
  private double error(int feature, double value) {
    boolean judged = forecast.answered() && scaler.isTrusted(scale);
    double step = value - scaler.location(scale, feature);
    return judged ? step / scaler.unit(scale, feature) - forecast.mu(feature) : Double.NaN;
  }

  private Decision decide(boolean rare) {
    int left = config.warmUpPoints() - clock.count();
    if (left >= 0) {
      return new Decision.WarmingUp(left);
    }
    return rare ? Decision.ANOMALOUS : Decision.NORMAL;
  }

  private Evidence evidence(
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
        judged ? BudgetControl.guarantee(budget) : Guarantee.LEARNING);
  }

  private void keepToBudget(Decision decision, Optional<Alert> alert, double granted) {
    if (decision instanceof Decision.WarmingUp) {
      return;
    }
    boolean opened = alert.isPresent() && alert.get().status() == Alert.Status.OPENED;
    BudgetControl.learn(budget, opened, incident.pointsIfOpen(), granted);
  }

  private boolean standsOut(Evidence evidence, Surprise surprise) {
    boolean judged = evidence.guarantee() != Guarantee.LEARNING;
    return judged && Debounce.isNew(debounce, surprise.decades());
  }

  private Band band() {
    if (!forecast.answered()) {
      return Band.NONE;
    }
    int features = model.architecture().features();
    double[] expected = new double[features];
    double[] lower = new double[features];
    double[] upper = new double[features];
    for (int f = 0; f < features; f++) {
      expected[f] = location(f);
      double half = halfWidth * scale(f);
      lower[f] = expected[f] - half;
      upper[f] = expected[f] + half;
    }
    return new Band(expected, lower, upper);
  }

  private double location(int feature) {
    return scaler.location(scale, feature) + scaler.unit(scale, feature) * forecast.mu(feature);
  }

  private double scale(int feature) {
    return scaler.unit(scale, feature) * Math.exp(forecast.logSigma(feature));
  }
}
