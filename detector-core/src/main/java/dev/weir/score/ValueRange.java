package dev.weir.score;

/**
 * How unusual a value beyond all that the series has shown is. Among exchangeable values the next
 * one sets a record with probability 2 / (n + 1); one that passes the old range by a part r of it
 * is rarer, taken to thin out as a power of r.
 */
public final class ValueRange {

  /**
   * Part of the range at which a record is taken to be half as likely, to the power of the tail.
   */
  private static final double MARGIN = 0.05;

  private static final double TAIL_INDEX = 2;

  private ValueRange() {}

  /** The state of a series never seen. */
  public static RangeState newState(int features) {
    return new RangeState(features);
  }

  /**
   * Judges one value of one feature against the range before it.
   *
   * @return probability of a value as far out, in (0, 1]
   */
  public static double probability(RangeState state, int feature, double value) {
    double excess = Math.max(value - state.high[feature], state.low[feature] - value);
    if (state.count == 0 || excess <= 0) {
      return 1;
    }
    double range = state.high[feature] - state.low[feature];
    double part = range > 0 ? excess / range : 1;
    return Math.min(1, 2.0 / (state.count + 1) * Math.pow(1 + part / MARGIN, -TAIL_INDEX));
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
