package dev.weir.series;

/**
 * How the points of one series are put in order.
 *
 * @param policy what becomes of equal and backward times
 * @param reorderMillis how far a point may come behind a later one and still be put in its place,
 *     milliseconds, 0 or more
 */
public record ReorderConfig(DuplicatePolicy policy, long reorderMillis) {

  /** No waiting; the first point of a time counts. */
  public static final ReorderConfig DEFAULT = new ReorderConfig(DuplicatePolicy.FIRST, 0);

  /** No waiting; every point counts, as it came: for history, which is in order already. */
  public static final ReorderConfig EVERY_ROW = new ReorderConfig(DuplicatePolicy.KEEP, 0);

  /**
   * @throws IllegalArgumentException where the bound is negative
   */
  public ReorderConfig {
    if (reorderMillis < 0) {
      throw new IllegalArgumentException(
          "reorderMillis must be 0 or more: reorderMillis=" + reorderMillis);
    }
  }

  /** Whether any point is ever held back; if not, a series needs neither buffer nor timer. */
  public boolean holds() {
    return reorderMillis > 0 || policy.holds();
  }
}
