package dev.weir.series;

/**
 * Learns how often a series shows a point, and tells when it was silent for longer than it ever
 * ought to be.
 *
 * <p>The interval is a running mean of the positive distances, each capped at {@value
 * #GAP_INTERVALS} running intervals, so that an outage doesn't count as the new rhythm.
 */
public final class SeriesClock {

  /** A silence of more than this many intervals breaks the sequence. */
  static final double GAP_INTERVALS = 20;

  private static final int MEMORY_POINTS = 200;
  private static final int TRUSTED_POINTS = 3;

  private SeriesClock() {}

  /**
   * Moves the clock to this point's time.
   *
   * @return whether a gap lies before the point
   */
  public static boolean tick(ClockState state, long timeMillis) {
    long distance = state.count == 0 ? 0 : timeMillis - state.lastMillis;
    state.lastMillis = Math.max(state.lastMillis, timeMillis);
    state.count++;
    if (distance <= 0) {
      return false;
    }
    boolean gap = state.count > TRUSTED_POINTS && distance > GAP_INTERVALS * state.intervalMillis;
    learn(state, gap ? GAP_INTERVALS * state.intervalMillis : distance);
    return gap;
  }

  private static void learn(ClockState state, double distance) {
    double weight = 1.0 / Math.min(state.count - 1, MEMORY_POINTS);
    state.intervalMillis += (float) (weight * (distance - state.intervalMillis));
  }
}
