// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/**
 * The debounce of a series: suppresses the points that follow an unusual point and are not clearly
 * rarer, so that an incident is counted once at any threshold.
 *
 * <p>A point passes if its surprise is above a bar. It then raises the bar to {@value #RISE}
 * decades above itself. The bar falls by {@value #FALL} decades per point.
 */
public final class Debouncer {

  /** Decades by which the next point must exceed a point that passed: a factor of 18. */
  static final double RISE = 1.25;

  /** Decades by which the bar falls per point: it has fallen by {@link #RISE} after 36 points. */
  static final double FALL = 0.035;

  private Debouncer() {}

  /**
   * Moves the bar by one point.
   *
   * @param surprise surprise of the point, decades
   * @return whether the point passes
   */
  public static boolean passes(DebounceState state, double surprise) {
    double bar = state.bar() - FALL;
    boolean passes = surprise > bar;
    state.bar(passes ? surprise + RISE : bar);
    return passes;
  }
}
