// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

/**
 * A buffer that releases the points of a series in time order and applies the {@link
 * DuplicatePolicy}.
 *
 * <p>A point is released when a point of its series that is {@code reorderMillis} later has
 * arrived, or when the caller knows that no earlier point can arrive ({@link #advance}). A point is
 * late if it is before a point that its own series has released. Other series play no part, so that
 * a source with a wrong clock does not make the points of other series late.
 */
public final class ReorderBuffer {

  /**
   * The largest number of buffered points per series. When it is exceeded, the earliest point is
   * released, so that a stuck clock cannot exhaust memory.
   */
  static final int CAPACITY = 1024;

  private final ReorderConfig config;

  /** Creates a buffer. It holds no state of a series and is safe to share between threads. */
  public ReorderBuffer(ReorderConfig config) {
    this.config = config;
  }

  /** Adds a point, and releases the points that are due by the clock of the series. */
  public void offer(ReorderState state, Observation point, ReorderOutput out) {
    if (point.timeMillis() <= state.releasedMillis) {
      offerLate(state, point, out);
    } else if (!config.requiresBuffer()) {
      state.latestMillis = Math.max(state.latestMillis, point.timeMillis());
      release(state, point, out);
    } else {
      insert(state, point, out);
      state.latestMillis = Math.max(state.latestMillis, point.timeMillis());
      releaseUntil(dueMillis(state), state, out);
    }
  }

  /**
   * Releases all points up to a time, because no earlier point can arrive.
   *
   * @param watermarkMillis time of the last point to release, milliseconds; {@link Long#MAX_VALUE}
   *     at the end of the input
   */
  public void advance(ReorderState state, long watermarkMillis, ReorderOutput out) {
    releaseUntil(watermarkMillis, state, out);
  }

  private void offerLate(ReorderState state, Observation point, ReorderOutput out) {
    if (config.policy() == DuplicatePolicy.KEEP) {
      out.release(point);
    } else if (config.policy() == DuplicatePolicy.FIRST
        && point.timeMillis() == state.releasedMillis) {
      out.duplicate(point);
    } else {
      out.late(point);
    }
  }

  private void insert(ReorderState state, Observation point, ReorderOutput out) {
    int index = indexAfter(state, point.timeMillis());
    boolean known = index > 0 && state.points[index - 1].timeMillis() == point.timeMillis();
    if (known && config.policy() != DuplicatePolicy.KEEP) {
      out.duplicate(merge(state, index - 1, point));
    } else {
      state.insert(index, point);
    }
    if (state.size > CAPACITY) {
      release(state, state.removeFirst(), out);
    }
  }

  /**
   * Index at which a point of this time is inserted: after all points that are not later. The
   * search starts at the end, where most points are inserted.
   */
  private static int indexAfter(ReorderState state, long timeMillis) {
    int index = state.size;
    while (index > 0 && state.points[index - 1].timeMillis() > timeMillis) {
      index--;
    }
    return index;
  }

  /**
   * Merges a point into the buffered point of the same time.
   *
   * @return the one of the two points that is counted as the duplicate
   */
  private Observation merge(ReorderState state, int index, Observation point) {
    Observation buffered = state.points[index];
    switch (config.policy()) {
      case LAST -> {
        state.points[index] = point;
        return buffered;
      }
      case MEAN -> state.points[index] = mean(buffered, point, ++state.counts[index]);
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

  /** The time up to which points are due by the clock of the series. */
  private long dueMillis(ReorderState state) {
    return state.latestMillis - config.reorderMillis() - (config.policy().requiresBuffer() ? 1 : 0);
  }

  private static void releaseUntil(long dueMillis, ReorderState state, ReorderOutput out) {
    while (state.size > 0 && state.points[0].timeMillis() <= dueMillis) {
      release(state, state.removeFirst(), out);
    }
  }

  private static void release(ReorderState state, Observation point, ReorderOutput out) {
    state.releasedMillis = Math.max(state.releasedMillis, point.timeMillis());
    out.release(point);
  }
}
