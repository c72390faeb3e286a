package dev.weir.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertPolicy;
import dev.weir.decision.BudgetController;
import dev.weir.decision.BudgetState;
import dev.weir.decision.DebounceState;
import dev.weir.decision.Debouncer;
import dev.weir.decision.Decision;
import dev.weir.decision.Guarantee;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.score.FeatureScorer;
import dev.weir.score.IncidentRate;
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
  private final IncidentRate rate;
  private final AlertPolicy policy;
  private final float[] input;
  private final PendingSteps backlog;

  /** Shows the parts below of whichever series is stepped. */
  private final SeriesBytes bytes = new SeriesBytes();

  private final ClockState clock;
  private final ScalerState scale;
  private final ForecastState forecast;
  private final FeatureScorer[] histories;
  private final BudgetState budget;
  private final DebounceState debounce;
  private final IncidentState incident;
  private final JudgedPoint judged;
  private double allowedAtMillis = Double.NaN;
  private double log10Allowed;
  private final byte[] newBytes;
  private final float[] newNetwork;

  /** A detector that runs this model as the user decided. */
  public Detector(DetectorModel model, DetectorConfig config) {
    this.model = model;
    this.config = config;
    scaler = new Scaler(model.architecture().features());
    Forecaster forecaster = new Forecaster(model.architecture(), model.weights());
    rate = model.calibration().rate();
    policy = new AlertPolicy(config.quietPoints());
    input = new float[scaler.inputs()];
    backlog = new PendingSteps(forecaster.newBatch());
    clock = new ClockState(bytes);
    scale = scaler.newState(bytes);
    forecast = forecaster.newState();
    histories =
        Stream.generate(() -> new FeatureScorer(bytes))
            .limit(model.architecture().features())
            .toArray(FeatureScorer[]::new);
    budget = new BudgetState(bytes);
    debounce = new DebounceState(bytes);
    incident = new IncidentState(bytes);
    judged = new JudgedPoint(model.architecture(), histories);
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
   * Takes one series one point further. Its network is shown the point later, beside those of other
   * series, which takes half the time of one by one: as soon as {@value
   * dev.weir.forecast.ForecastBatch#LANES} wait, or one of them gets its next point, or {@link
   * #catchUp} is called. Until then the state can be stepped further, not stored.
   *
   * <p>What the point was judged by is put together only when {@link #scored} asks for it.
   *
   * @param state the series' state; moved on
   * @param point its next point, as many finite values as the model has features
   * @throws IllegalStateException where the state waits for another detector to catch up
   */
  public Verdict step(DetectorState state, Observation point) {
    if (state.behind) {
      backlog.catchUp();
      state.requireCaughtUp();
    }
    Verdict verdict = judge(state, point);
    backlog.add(state, input);
    return verdict;
  }

  /** All about the point stepped last. */
  public ScoredPoint scored() {
    return judged.scored();
  }

  /** Shows the networks that wait their points: before states are stored. */
  public void catchUp() {
    backlog.catchUp();
  }

  private Verdict judge(DetectorState state, Observation point) {
    bytes.lookAt(state.bytes);
    forecast.lookAt(state.network);
    judged.turnTo(point);
    judged.restarted = restartBehindGap(point.timeMillis());
    expect();
    scaler.scale(scale, point.values(), input);
    judged.surprise = surprise(point);
    scaler.learn(scale, point.values());
    return decide(clock.intervalMillis());
  }

  private Verdict decide(double intervalMillis) {
    double granted = config.budget().perPoint(intervalMillis);
    judged.log10Rate = rate.log10(judged.surprise);
    judged.log10Line = BudgetController.log10Line(budget, log10Allowed(intervalMillis));
    judged.anomalous = judged.log10Rate <= judged.log10Line;
    judged.warmUpPointsLeft = config.warmUpPoints() - clock.count();
    judged.guaranteed = BudgetController.guarantee(budget) == Guarantee.GUARANTEED;
    Decision decision = judged.decision();
    Optional<Alert> alert = policy.next(incident, decision, judged, granted);
    if (!judged.isLearning()) {
      keepToBudget(alert, granted);
    }
    judged.standsOut = !judged.isLearning() && Debouncer.isNew(debounce, judged.surprise);
    judged.alert = alert.orElse(null);
    return new Verdict(decision, alert, judged.restarted);
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
   * All features judged jointly: the harmonic mean of their probabilities, which any dependence
   * among them leaves a probability up to a constant (Wilson 2019, PNAS 116).
   *
   * @return decades of surprise at the point
   */
  private double surprise(Observation point) {
    double[] values = point.values();
    if (values.length == 1) {
      double decades = observe(0, point.timeMillis(), values[0]);
      judged.feature = 0;
      judged.contributions[0] = 1;
      return decades;
    }
    return jointly(point.timeMillis(), values, judged.contributions);
  }

  private double jointly(long timeMillis, double[] values, double[] contributions) {
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
    judged.feature = most;
    return Math.log10(sum / values.length);
  }

  private double observe(int feature, long timeMillis, double value) {
    float move = Math.abs(input[Scaler.INPUTS_PER_FEATURE * feature + 1]);
    return histories[feature].observe(timeMillis, value, move, error(feature, value));
  }

  /** In usual steps; NaN where there was no forecast to trust. */
  private double error(int feature, double value) {
    boolean trusted = judged.expected && scaler.isTrusted(scale);
    double step = value - scaler.location(scale, feature);
    return trusted ? step / judged.unit[feature] - forecast.mu(feature) : Double.NaN;
  }

  private void keepToBudget(Optional<Alert> alert, double granted) {
    boolean opened = alert.isPresent() && alert.get().status() == Alert.Status.OPENED;
    BudgetController.learn(budget, opened, incident.pointsIfOpen(), granted);
  }

  /** What is expected of the point, before anything is learnt from it. */
  private void expect() {
    judged.expected = forecast.answered();
    for (int f = 0; f < judged.location.length; f++) {
      double unit = scaler.unit(scale, f);
      judged.unit[f] = unit;
      judged.location[f] = scaler.location(scale, f) + unit * forecast.mu(f);
      judged.logSigma[f] = forecast.logSigma(f);
    }
  }
}
