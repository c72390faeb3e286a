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
    int count = state.count() + 1;
    long last = state.lastMillis();
    long distance = count == 1 ? 0 : timeMillis - last;
    state.lastMillis(Math.max(last, timeMillis));
    state.count(count);
    if (distance <= 0) {
      return false;
    }
    double longest = GAP_INTERVALS * state.intervalMillis();
    boolean gap = count > TRUSTED_POINTS && distance > longest;
    learn(state, gap ? longest : distance);
    return gap;
  }

  private static void learn(ClockState state, double distance) {
    double weight = 1.0 / Math.min(state.count() - 1, MEMORY_POINTS);
    float interval = (float) state.intervalMillis();
    state.intervalMillis(interval + (float) (weight * (distance - interval)));
  }
}
