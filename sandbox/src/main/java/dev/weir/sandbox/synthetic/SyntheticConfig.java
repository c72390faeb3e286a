// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Configuration of {@link SyntheticSeries}.
 *
 * @param series number of series, 1 or more
 * @param features values per point, 1 or more; the others partly follow the first
 * @param kinds kinds of metric, taken in turn; not empty
 * @param start time of the first point
 * @param step interval of the points
 * @param day period of the daily pattern; shorter than a day to fit a short history
 * @param historyPoints points of each series before the stream, 1 or more
 * @param streamPoints points of each series in the stream, 0 or more
 * @param seed seed of all random numbers
 */
public record SyntheticConfig(
    int series,
    int features,
    Set<MetricKind> kinds,
    Instant start,
    Duration step,
    Duration day,
    int historyPoints,
    int streamPoints,
    long seed) {

  /**
   * @throws IllegalArgumentException if a size is out of range
   */
  public SyntheticConfig {
    kinds = Set.copyOf(kinds);
    require(series >= 1, "series must be 1 or more: series=" + series);
    require(features >= 1, "features must be 1 or more: features=" + features);
    require(!kinds.isEmpty(), "kinds must not be empty");
    require(step.toMillis() >= 1, "step must be 1 ms or more: step=" + step);
    require(
        day.compareTo(step.multipliedBy(8)) >= 0,
        "a day must hold 8 steps or more: day=" + day + ", step=" + step);
    require(historyPoints >= 1, "historyPoints must be 1 or more: historyPoints=" + historyPoints);
    require(streamPoints >= 0, "streamPoints must be 0 or more: streamPoints=" + streamPoints);
  }

  /** 20 steady series at five minutes: two weeks of history, then a week of stream. */
  public static SyntheticConfig demo(Instant start, long seed) {
    Duration step = Duration.ofMinutes(5);
    return new SyntheticConfig(
        20, 1, MetricKind.STEADY, start, step, Duration.ofDays(1), 14 * 288, 7 * 288, seed);
  }

  int points() {
    return historyPoints + streamPoints;
  }

  int pointsPerDay() {
    return Math.toIntExact(day.toMillis() / step.toMillis());
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
