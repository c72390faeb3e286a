// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

/**
 * Configuration of {@link ComposedSeries}.
 *
 * @param series number of series, 1 or more
 * @param points points of each series, missing ones included, {@value #FEWEST_POINTS} or more
 * @param seed seed of all random numbers
 * @param incidents whether some series have level shifts, changes of variance, spikes and constant
 *     periods, which a detector should report
 */
public record ComposedConfig(int series, int points, long seed, boolean incidents) {

  /** Shorter series have too few periods of a season. */
  public static final int FEWEST_POINTS = 200;

  /**
   * @throws IllegalArgumentException where a size is out of range
   */
  public ComposedConfig {
    if (series < 1) {
      throw new IllegalArgumentException("series must be 1 or more: series=" + series);
    }
    if (points < FEWEST_POINTS) {
      throw new IllegalArgumentException(
          "points must be " + FEWEST_POINTS + " or more: points=" + points);
    }
  }
}
