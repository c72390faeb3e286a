package dev.weir.sandbox.composed;

/**
 * How much is composed.
 *
 * @param series number of series, 1 or more
 * @param points points of each series, missing ones included, {@value #FEWEST_POINTS} or more
 * @param seed of everything random
 * @param incidents whether levels jump, variance changes, spikes come and values hang in some of
 *     them: what a detector would be right to tell of
 */
public record ComposedConfig(int series, int points, long seed, boolean incidents) {

  /** Shorter ones hold no season worth the name. */
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
