package dev.weir.decision;

/**
 * Makes of a continuous score one that counts an incident once, whatever threshold is laid over it:
 * a point that is told keeps its score and raises a bar {@value #RISE} decades above itself, which
 * sinks by {@value #SINK} decades a point; what stays below the bar has 0.
 */
public final class Debouncer {

  /** Decades above a point told that the next must lie at once: a factor of 18. */
  static final double RISE = 1.25;

  /** Decades by which the bar sinks a point; so it is back where it was after 36 points. */
  static final double SINK = 0.035;

  private Debouncer() {}

  /**
   * Whether this point stands for itself.
   *
   * @param decades its rarity
   */
  public static boolean isNew(DebounceState state, double decades) {
    double bar = state.bar() - SINK;
    boolean above = decades > bar;
    state.bar(above ? decades + RISE : bar);
    return above;
  }
}
