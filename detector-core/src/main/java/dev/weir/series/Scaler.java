package dev.weir.series;

import dev.weir.state.SeriesBytes;

/**
 * Normalises a series causally: the definition of what the network sees and of the unit in which it
 * forecasts.
 *
 * <p>Per feature the network gets two inputs, computed with what was known before the point came:
 * the point's distance from the running mean in running mean deviations, and its step from the
 * point before in running mean steps, both squashed by asinh. It answers in units of the running
 * step: {@code forecast = location + unit * mu}, so that an answer of zero is persistence.
 *
 * <p>The running means are plain averages at first and then forget with a memory of {@value
 * #MEMORY_POINTS} points. A single contribution is capped at {@value #MAX_CONTRIBUTION} times the
 * running value, so that one spike doesn't blind the scale while a lasting change of spread is
 * learnt within a few dozen points (Huber's bounded influence).
 */
public final class Scaler {

  /** Network inputs per feature. */
  public static final int INPUTS_PER_FEATURE = 2;

  private static final int MEMORY_POINTS = 1000;
  private static final double MAX_CONTRIBUTION = 10;
  private static final int TRUSTED_POINTS = 20;

  /** A step is never taken for smaller than this part of the spread, of the level, and of one. */
  private static final double SPREAD_FLOOR = 0.02;

  private static final double LEVEL_FLOOR = 1e-6;
  private static final double ABSOLUTE_FLOOR = 1e-9;

  private final int features;

  /**
   * @param features features a point has, 1 or more
   */
  public Scaler(int features) {
    this.features = features;
  }

  /** Inputs that the network gets a point. */
  public int inputs() {
    return INPUTS_PER_FEATURE * features;
  }

  /** The state of a series never seen, in bytes of its own. */
  public ScalerState newState() {
    return newState(new SeriesBytes());
  }

  /** The state of each series that these bytes look at. */
  public ScalerState newState(SeriesBytes bytes) {
    return new ScalerState(bytes, features);
  }

  /**
   * Fills the network's input for this point, then learns from the point.
   *
   * @param values the point, {@code [feature]}
   * @param input receives distance and step of each feature, {@code [2 * feature]}
   */
  public void observe(ScalerState state, double[] values, float[] input) {
    scale(state, values, input);
    learn(state, values);
  }

  /** The first half of {@link #observe}: fills the network's input for this point. */
  public void scale(ScalerState state, double[] values, float[] input) {
    for (int f = 0; f < features; f++) {
      if (state.count() == 0) {
        state.mean(f, values[f]);
        state.last(f, values[f]);
      }
      scale(state, f, values[f], input);
    }
  }

  /** The second half of {@link #observe}: learns from the point. */
  public void learn(ScalerState state, double[] values) {
    int count = state.count() + 1;
    double weight = 1.0 / Math.min(count, MEMORY_POINTS);
    for (int f = 0; f < features; f++) {
      learn(state, f, values[f], weight);
    }
    state.count(count);
  }

  private void scale(ScalerState state, int f, double value, float[] input) {
    double distance = (value - state.mean(f)) / spread(state, f);
    double step = (value - state.last(f)) / unit(state, f);
    input[INPUTS_PER_FEATURE * f] = asinh(distance);
    input[INPUTS_PER_FEATURE * f + 1] = asinh(step);
  }

  private void learn(ScalerState state, int f, double value, double weight) {
    double mean = state.mean(f);
    float deviation = state.deviation(f);
    double distance = Math.abs(value - mean);
    double step = Math.abs(value - state.last(f));
    boolean trusted = isTrusted(state);
    state.mean(f, mean + weight * bounded(value - mean, deviation, trusted));
    state.deviation(f, average(deviation, distance, weight, trusted));
    state.change(f, average(state.change(f), step, weight, trusted));
    state.last(f, value);
  }

  private static double bounded(double distance, float deviation, boolean trusted) {
    double most = MAX_CONTRIBUTION * deviation;
    boolean capped = trusted && deviation > 0;
    return capped ? Math.max(-most, Math.min(most, distance)) : distance;
  }

  private static float average(float average, double value, double weight, boolean trusted) {
    boolean capped = trusted && average > 0;
    double contribution = capped ? Math.min(value, MAX_CONTRIBUTION * average) : value;
    return (float) (average + weight * (contribution - average));
  }

  /** Whether level, spread and step rest on enough points to measure an error by. */
  public boolean isTrusted(ScalerState state) {
    return state.count() >= TRUSTED_POINTS;
  }

  /** The value of the last point: the forecast where the network answers zero. */
  public double location(ScalerState state, int feature) {
    return state.last(feature);
  }

  /** The size of an ordinary step of this feature, in its own unit; above zero. */
  public double unit(ScalerState state, int feature) {
    double floor = Math.max(SPREAD_FLOOR * state.deviation(feature), floor(state, feature));
    return Math.max(state.change(feature), floor);
  }

  private static double spread(ScalerState state, int feature) {
    return Math.max(state.deviation(feature), floor(state, feature));
  }

  private static double floor(ScalerState state, int feature) {
    return Math.max(LEVEL_FLOOR * Math.abs(state.mean(feature)), ABSOLUTE_FLOOR);
  }

  /** The inverse hyperbolic sine: linear near zero, a logarithm far from it. */
  public static float asinh(double x) {
    double magnitude = Math.abs(x);
    return (float) Math.copySign(Math.log(magnitude + Math.sqrt(magnitude * magnitude + 1)), x);
  }
}
