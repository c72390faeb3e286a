package dev.weir.benchmarks.trainer;

/**
 * One fit.
 *
 * @param loop which loop
 * @param points of series, each counted once a pass
 * @param seconds of the wall clock
 * @param cpuSeconds of the process, garbage collector and compiler too
 * @param mase of the fitted network on series that it has not seen: mean absolute error in units of
 *     the usual step
 * @param logScore there, mean logarithm of the forecast's density; more is better
 */
record TrainerFigure(
    Loop loop, long points, double seconds, double cpuSeconds, double mase, double logScore) {

  /** The CPU's clock may tick no faster. */
  private static final double CLOCK_SECONDS = 0.01;

  /** Points a second of one core. */
  double pointsPerCore() {
    return points / Math.max(cpuSeconds, CLOCK_SECONDS);
  }

  /** The negative log-likelihood. */
  double negativeLogLikelihood() {
    return -logScore;
  }
}
