package dev.weir.series;

import java.util.Locale;

/**
 * What becomes of a point whose time equals, or lies before, one that its series has shown already.
 * The same offline and online.
 */
public enum DuplicatePolicy {
  /**
   * Every point counts: equal times are all released, and one that comes too late is released where
   * it stands.
   */
  KEEP,
  /**
   * The first point of a time counts, a later one is a duplicate; one that comes too late is late.
   */
  FIRST,
  /** The last point of a time counts; a point is held until its series has moved on. */
  LAST,
  /** The mean of all points of a time counts; a point is held until its series has moved on. */
  MEAN;

  /** Whether a point must wait for possible twins even when nothing is reordered. */
  public boolean holds() {
    return this == LAST || this == MEAN;
  }

  /** The name in options: {@code first}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
