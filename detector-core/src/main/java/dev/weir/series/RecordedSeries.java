package dev.weir.series;

import java.util.Arrays;
import java.util.List;

/**
 * The history of one series, in the order in which a detector would see it.
 *
 * @param name name of the series, the key online
 * @param features names of the values, {@code [feature]}
 * @param times milliseconds since 1970-01-01T00:00:00Z, {@code [time]}
 * @param values finite, {@code [time, feature]}
 */
public record RecordedSeries(String name, List<String> features, long[] times, double[][] values) {

  /** Name of the feature of a series that has one only. */
  public static final String ONLY_FEATURE = "value";

  /**
   * @throws IllegalArgumentException where times and values differ in length
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

  /** Whether no feature ever changes. */
  public boolean isConstant() {
    for (double[] point : values) {
      if (!Arrays.equals(point, values[0])) {
        return false;
      }
    }
    return true;
  }

  /** Two histories are the same only where they are the same object: points aren't compared. */
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
