package dev.weir.benchmarks.trainer;

/**
 * How much is fitted.
 *
 * @param series number of series, 4 or more
 * @param points of each
 * @param passes over all of them
 * @param lanes series that Weir's loop steps side by side
 * @param window steps of Weir's loop through which an error is propagated back
 * @param learningRate Adam's, of Weir's loop, at its largest
 * @param seed of series, weights and order
 */
record TrainerSize(
    int series, int points, int passes, int lanes, int window, double learningRate, long seed) {

  TrainerSize withSeed(long other) {
    return new TrainerSize(series, points, passes, lanes, window, learningRate, other);
  }
}
