package dev.weir.score;

/**
 * How unusual a value beyond all that the series has shown is. Among exchangeable values the next
 * one sets a record with probability 2 / (n + 1); one that passes the old range by a part of it is
 * rarer, taken to thin out as a power of that part.
 */
public final class ValueRange {

  /** Part of the range at which a record has become rarer by 2 to the power of the tail. */
  private static final double MARGIN = 0.05;

  private static final double TAIL_INDEX = 2;

  /**
   * What passes the range further than this says no more; also what a first departure from a
   * constant counts for.
   */
  private static final double LARGEST_PART = 1;

  private ValueRange() {}

  /** The state of a series never seen. */
  public static RangeState newState(int features) {
    return new RangeState(features);
  }

  /**
   * Judges one value of one feature against the range before it.
   *
   * @return surprise, decades, 0 or more
   */
  public static double surprise(RangeState state, int feature, double value) {
    double excess = Math.max(value - state.high[feature], state.low[feature] - value);
    if (state.count < 2 || !(excess > 0)) {
      return 0;
    }
    double range = state.high[feature] - state.low[feature];
    double part = range > 0 ? Math.min(excess / range, LARGEST_PART) : LARGEST_PART;
    return Math.log10((state.count + 1) / 2.0) + TAIL_INDEX * Math.log10(1 + part / MARGIN);
  }

  /** Learns one point, {@code [feature]}. */
  public static void learn(RangeState state, double[] values) {
    for (int f = 0; f < values.length; f++) {
      state.low[f] = Math.min(state.low[f], values[f]);
      state.high[f] = Math.max(state.high[f], values[f]);
    }
    state.count++;
  }
}
