// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

/**
 * Configuration of the {@link ReorderBuffer}.
 *
 * @param policy what happens to points of equal or earlier time
 * @param reorderMillis how much earlier than the latest point of its series a point may be and
 *     still be released in time order, milliseconds, 0 or more
 */
public record ReorderConfig(DuplicatePolicy policy, long reorderMillis) {

  /** No reordering; the first point of a time counts. */
  public static final ReorderConfig DEFAULT = new ReorderConfig(DuplicatePolicy.FIRST, 0);

  /** Releases every point on arrival. For history, which is in time order. */
  public static final ReorderConfig EVERY_ROW = new ReorderConfig(DuplicatePolicy.KEEP, 0);

  /**
   * @throws IllegalArgumentException if {@code reorderMillis} is negative
   */
  public ReorderConfig {
    if (reorderMillis < 0) {
      throw new IllegalArgumentException(
          "reorderMillis must be 0 or more: reorderMillis=" + reorderMillis);
    }
  }

  /** Whether points may be buffered. If not, a series needs neither a buffer nor a timer. */
  public boolean requiresBuffer() {
    return reorderMillis > 0 || policy.requiresBuffer();
  }
}
