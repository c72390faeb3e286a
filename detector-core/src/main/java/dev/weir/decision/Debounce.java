package dev.weir.decision;

/**
 * Makes of a continuous score one that counts an incident once, whatever threshold is laid over it:
 * a point keeps its score where it is clearly rarer than all of the {@value #EXPIRY} points before
 * it, and has 0 elsewhere.
 */
public final class Debounce {

  /** Points after which a peak is forgotten. */
  static final int EXPIRY = 60;

  /** Decades by which a point must pass the peak to be told of again: about a factor of three. */
  private static final double RISE = 0.5;

  private Debounce() {}

  /** The state of a series never seen. */
  public static DebounceState newState() {
    return new DebounceState();
  }

  /**
   * Whether this point stands for itself.
   *
   * @param decades its rarity
   */
  public static boolean isNew(DebounceState state, double decades) {
    boolean expired = ++state.age > EXPIRY;
    boolean risen = decades > state.peak + RISE;
    if (expired || risen) {
      state.peak = (float) decades;
      state.age = 0;
    }
    return risen;
  }
}
