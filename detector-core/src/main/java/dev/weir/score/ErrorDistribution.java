package dev.weir.score;

/**
 * How unusual the series' recent forecast errors are among its own: the mean absolute error of the
 * last {@value #SPAN} points against mean and variance of all such means before (Ahmad et al. 2017,
 * section 4.2).
 *
 * <p>Departures: errors are in the series' usual steps and capped at {@value #ERROR_CAP}, so that
 * one wild point doesn't set the scale for good; errors have heavier tails than the normal
 * distribution, so that only half of its surprise is believed, and at most {@value #MOST_SURPRISE}
 * decades.
 */
public final class ErrorDistribution {

  /** Points over which errors are averaged. */
  public static final int SPAN = 10;

  private static final double MEMORY_POINTS = 10_000;
  private static final double ERROR_CAP = 20;
  private static final double BELIEF = 0.5;
  private static final double MOST_SURPRISE = 5;

  /** The spread of averages is never taken for smaller than this part of their mean. */
  private static final double SPREAD_FLOOR = 0.05;

  private static final double ABSOLUTE_FLOOR = 1e-3;

  private ErrorDistribution() {}

  /** The state of a series never seen. */
  public static ErrorState newState() {
    return new ErrorState(SPAN);
  }

  /**
   * Judges one more error, then learns it.
   *
   * @param error absolute error in usual steps of the series, 0 or more
   * @return surprise, decades, 0 or more
   */
  public static double observe(ErrorState state, double error) {
    state.recent[state.count % SPAN] = (float) Math.min(error, ERROR_CAP);
    state.count++;
    double average = average(state);
    double surprise = surprise(state, average);
    learn(state, average);
    return surprise;
  }

  private static double average(ErrorState state) {
    float sum = 0;
    for (float error : state.recent) {
      sum += error;
    }
    return sum / Math.min(state.count, SPAN);
  }

  private static double surprise(ErrorState state, double average) {
    double spread = Math.sqrt(state.variance) + SPREAD_FLOOR * state.mean + ABSOLUTE_FLOOR;
    double deviations = (average - state.mean) / spread;
    boolean known = state.count > SPAN;
    return known ? Math.min(MOST_SURPRISE, BELIEF * normalSurprise(Math.max(0, deviations))) : 0;
  }

  /**
   * Decades of the normal tail beyond z, {@code -log10(Q(z))}, by the bound {@code Q(z) = 2 phi(z)
   * / (z + sqrt(z^2 + 8 / pi))}: exact at 0, within 1 % for all z above.
   */
  private static double normalSurprise(double z) {
    double mills = (z + Math.sqrt(z * z + 8 / Math.PI)) / 2;
    return (z * z / 2 + Math.log(Math.sqrt(2 * Math.PI) * mills)) / Math.log(10);
  }

  private static void learn(ErrorState state, double average) {
    double weight = 1 / Math.min(state.count, MEMORY_POINTS);
    double distance = average - state.mean;
    state.mean += weight * distance;
    state.variance = (1 - weight) * (state.variance + weight * distance * distance);
  }
}
