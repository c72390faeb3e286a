// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/**
 * Series, model and checkpoints of a planned job.
 *
 * @param series number of series, 1 or more
 * @param secondsBetweenPoints time between two points of a series, above 0
 * @param hidden units of the model's only layer, 1 or more
 * @param backend state backend
 * @param checkpointSeconds time between two checkpoints, above 0
 */
public record Workload(
    long series,
    double secondsBetweenPoints,
    int hidden,
    StateBackendKind backend,
    double checkpointSeconds) {

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public Workload {
    require(series >= 1, "--series must be 1 or more", series);
    require(
        positive(secondsBetweenPoints), "--every must be above 0 seconds", secondsBetweenPoints);
    require(hidden >= 1, "--hidden must be 1 or more", hidden);
    require(
        positive(checkpointSeconds),
        "--checkpoint-interval must be above 0 seconds",
        checkpointSeconds);
  }

  private static boolean positive(double value) {
    return value > 0 && value <= Double.MAX_VALUE;
  }

  static void require(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": found=" + found);
    }
  }

  /** Returns the same workload with another number of series. */
  public Workload withSeries(long other) {
    return new Workload(other, secondsBetweenPoints, hidden, backend, checkpointSeconds);
  }

  double eventsPerSecond() {
    return series / secondsBetweenPoints;
  }
}
