package dev.weir.series;

/**
 * Puts the points of one series in time order and settles equal and backward times, by the series'
 * own clock.
 *
 * <p>A point is released when its series has shown a point that is {@code reorderMillis} later, or
 * when the caller knows that nothing earlier can come ({@link #advance}). Lateness is judged
 * against what this series has released, never against other series: one source with a wrong clock
 * makes nobody else late.
 */
public final class ReorderBuffer {

  /**
   * Points that one series may hold back; past that the earliest goes, so that a stuck clock can't
   * exhaust memory.
   */
  static final int CAPACITY = 1024;

  private final ReorderConfig rules;

  /** A buffer that follows these rules; it holds no state of its own and is safe to share. */
  public ReorderBuffer(ReorderConfig rules) {
    this.rules = rules;
  }

  /** Takes in one point and releases what the series' clock now allows. */
  public void offer(ReorderState state, Observation point, ReorderOutput out) {
    if (point.timeMillis() <= state.releasedMillis) {
      behind(state, point, out);
    } else if (!rules.holds()) {
      state.latestMillis = Math.max(state.latestMillis, point.timeMillis());
      release(state, point, out);
    } else {
      hold(state, point, out);
      state.latestMillis = Math.max(state.latestMillis, point.timeMillis());
      drain(state, horizonMillis(state), out);
    }
  }

  /**
   * Releases all points up to a time that nothing can undercut any more.
   *
   * @param watermarkMillis release points of this time and before; {@link Long#MAX_VALUE} at the
   *     end of the input
   */
  public void advance(ReorderState state, long watermarkMillis, ReorderOutput out) {
    drain(state, watermarkMillis, out);
  }

  private void behind(ReorderState state, Observation point, ReorderOutput out) {
    if (rules.policy() == DuplicatePolicy.KEEP) {
      out.release(point);
    } else if (rules.policy() == DuplicatePolicy.FIRST
        && point.timeMillis() == state.releasedMillis) {
      out.duplicate(point);
    } else {
      out.late(point);
    }
  }

  private void hold(ReorderState state, Observation point, ReorderOutput out) {
    int index = indexAfter(state, point.timeMillis());
    boolean twin = index > 0 && state.points[index - 1].timeMillis() == point.timeMillis();
    if (twin && rules.policy() != DuplicatePolicy.KEEP) {
      out.duplicate(settle(state, index - 1, point));
    } else {
      state.insert(index, point);
    }
    if (state.size > CAPACITY) {
      release(state, state.removeFirst(), out);
    }
  }

  /**
   * Where a point of this time belongs: behind all that are not later. Searched from the end, where
   * most belong.
   */
  private static int indexAfter(ReorderState state, long timeMillis) {
    int index = state.size;
    while (index > 0 && state.points[index - 1].timeMillis() > timeMillis) {
      index--;
    }
    return index;
  }

  /**
   * Lets a point and its twin in the buffer become one; returns the one of the two that is counted
   * as the duplicate.
   */
  private Observation settle(ReorderState state, int index, Observation point) {
    Observation twin = state.points[index];
    switch (rules.policy()) {
      case LAST -> {
        state.points[index] = point;
        return twin;
      }
      case MEAN -> state.points[index] = mean(twin, point, ++state.merged[index]);
      case FIRST, KEEP -> {}
    }
    return point;
  }

  private static Observation mean(Observation mean, Observation point, int count) {
    double[] values = mean.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (point.values()[i] - values[i]) / count;
    }
    return new Observation(mean.timeMillis(), values);
  }

  /**
   * The last time that is settled by the series' own clock; a policy that holds needs the clock to
   * have moved past it.
   */
  private long horizonMillis(ReorderState state) {
    return state.latestMillis - rules.reorderMillis() - (rules.policy().holds() ? 1 : 0);
  }

  private static void drain(ReorderState state, long horizonMillis, ReorderOutput out) {
    while (state.size > 0 && state.points[0].timeMillis() <= horizonMillis) {
      release(state, state.removeFirst(), out);
    }
  }

  private static void release(ReorderState state, Observation point, ReorderOutput out) {
    state.releasedMillis = Math.max(state.releasedMillis, point.timeMillis());
    out.release(point);
  }
}
