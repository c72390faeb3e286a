// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import java.util.Locale;

/**
 * What happens to points of a time that their series already has, and to points of earlier times.
 * Applied in the job and in training alike.
 */
public enum DuplicatePolicy {
  /** Releases every point: those of equal time in order of arrival, late points on arrival. */
  KEEP,
  /** Releases the first point of a time. Later points of this time are duplicates. */
  FIRST,
  /** Releases the last point of a time, after a point of a later time has arrived. */
  LAST,
  /** Releases the mean of the points of a time, after a point of a later time has arrived. */
  MEAN;

  /** Whether a point must be buffered until a point of a later time has arrived. */
  boolean requiresBuffer() {
    return this == LAST || this == MEAN;
  }

  /** The name in options: {@code first}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
