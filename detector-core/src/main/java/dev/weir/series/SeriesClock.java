// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

/**
 * The clock of a series: learns its typical interval and detects gaps.
 *
 * <p>The typical interval is a running mean of the positive intervals. An interval counts as
 * {@value #GAP_INTERVALS} typical intervals at most, so that an outage does not become the new
 * interval.
 */
public final class SeriesClock {

  /** A pause of more than this number of typical intervals is a gap. */
  static final double GAP_INTERVALS = 20;

  private static final int MEMORY_POINTS = 200;
  private static final int MIN_POINTS = 3;

  private SeriesClock() {}

  /**
   * Advances the clock to the time of the next point.
   *
   * @return whether there is a gap before the point
   */
  public static boolean advance(ClockState state, long timeMillis) {
    int count = state.count() + 1;
    long last = state.lastMillis();
    long interval = count == 1 ? 0 : timeMillis - last;
    state.lastMillis(Math.max(last, timeMillis));
    state.count(count);
    if (interval <= 0) {
      return false;
    }
    double longest = GAP_INTERVALS * state.intervalMillis();
    boolean gap = count > MIN_POINTS && interval > longest;
    update(state, gap ? longest : interval);
    return gap;
  }

  private static void update(ClockState state, double interval) {
    double weight = 1.0 / Math.min(state.count() - 1, MEMORY_POINTS);
    float typical = (float) state.intervalMillis();
    state.intervalMillis(typical + (float) (weight * (interval - typical)));
  }
}
