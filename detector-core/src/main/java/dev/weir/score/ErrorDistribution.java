package dev.weir.score;

/**
 * How unusual the series' recent forecast errors are among its own: the mean absolute error of the
 * last {@value #SPAN} points against the distribution of all such means, which starts as the
 * cohort's and forgets with a memory of {@value #MEMORY_POINTS} points.
 *
 * <p>A single error is capped before it is averaged, so that one wild point counts as wild, not as
 * a new scale for ten points.
 */
public final class ErrorDistribution {

  /** Points over which errors are averaged. */
  public static final int SPAN = 10;

  /** Points that the cohort's distribution counts for in a series' own. */
  static final double PRIOR_POINTS = 50;

  static final double MEMORY_POINTS = 10_000;

  private static final float ERROR_CAP = 100;
  private static final float GROWTH = (float) (1 / (1 - 1 / MEMORY_POINTS));
  private static final float RESCALE_AT = 1e6f;

  private final Calibration cohort;

  /**
   * @param cohort what a series starts from
   */
  public ErrorDistribution(Calibration cohort) {
    this.cohort = cohort;
  }

  /** The state of a series never seen. */
  public ErrorState newState() {
    return new ErrorState(SPAN);
  }

  /**
   * Judges one more error, then learns it.
   *
   * @param error absolute error in scales of the forecast, 0 or more
   * @return probability of an average at least as large, in (0, 1]
   */
  public double observe(ErrorState state, double error) {
    state.recent[state.count % SPAN] = (float) Math.min(error, ERROR_CAP);
    state.count++;
    double average = average(state);
    double probability = tail(state, average);
    learn(state, average);
    return probability;
  }

  private static double average(ErrorState state) {
    float sum = 0;
    for (float error : state.recent) {
      sum += error;
    }
    return sum / Math.min(state.count, SPAN);
  }

  private double tail(ErrorState state, double average) {
    double position = ErrorHistogram.position(average);
    double own = ErrorHistogram.above(state.bins, position) / state.increment;
    double prior = PRIOR_POINTS * ErrorHistogram.above(cohort.errorBins(), position);
    return (own + prior) * ErrorHistogram.thinning(average) / (mass(state) + PRIOR_POINTS);
  }

  private static double mass(ErrorState state) {
    return MEMORY_POINTS * (1 - Math.exp(-state.count / MEMORY_POINTS));
  }

  private static void learn(ErrorState state, double average) {
    state.bins[(int) ErrorHistogram.position(average)] += state.increment;
    state.increment *= GROWTH;
    if (state.increment > RESCALE_AT) {
      rescale(state);
    }
  }

  private static void rescale(ErrorState state) {
    for (int i = 0; i < state.bins.length; i++) {
      state.bins[i] /= state.increment;
    }
    state.increment = 1;
  }
}
