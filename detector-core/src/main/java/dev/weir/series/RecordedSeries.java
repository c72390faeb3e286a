// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import java.util.Arrays;
import java.util.List;

/**
 * The history of one series, in the order in which a detector receives its points.
 *
 * @param name name of the series: the key of the stream
 * @param features names of the values, {@code [feature]}
 * @param times milliseconds since 1970-01-01T00:00:00Z, {@code [time]}
 * @param values finite, {@code [time, feature]}
 */
public record RecordedSeries(String name, List<String> features, long[] times, double[][] values) {

  /** Name of the feature of a series with a single feature. */
  public static final String ONLY_FEATURE = "value";

  /**
   * @throws IllegalArgumentException if times and values differ in length
   */
  public RecordedSeries {
    features = List.copyOf(features);
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "times and values must have the same length: series="
              + name
              + ", times="
              + times.length
              + ", values="
              + values.length);
    }
  }

  /** Number of points. */
  public int length() {
    return times.length;
  }

  /** Whether all points have the same values. */
  public boolean isConstant() {
    for (double[] point : values) {
      if (!Arrays.equals(point, values[0])) {
        return false;
      }
    }
    return true;
  }

  /** Compares by identity: comparing all points would be expensive. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name + features + "[" + times.length + "]";
  }
}
