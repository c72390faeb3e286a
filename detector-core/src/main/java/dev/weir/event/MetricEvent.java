// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.util.Arrays;

/**
 * One point of one series, decoded from a record.
 *
 * @param series name of the series, which is the key of the stream; not blank, at most 512 bytes in
 *     UTF-8, without unpaired surrogates
 * @param timeMillis event time, milliseconds since 1970-01-01T00:00:00Z
 * @param values one finite value per feature, {@code [feature]}; not copied, so the caller must not
 *     change the array
 */
public record MetricEvent(String series, long timeMillis, double[] values) {

  /**
   * The largest magnitude of a value. Larger values would overflow differences and means in {@code
   * float}, and leave infinities in the state of the series.
   */
  public static final double MAX_MAGNITUDE = 1e30;

  /**
   * @throws IllegalArgumentException if the name of the series is not valid, there is no value, or
   *     a value is not finite or above {@link #MAX_MAGNITUDE} in magnitude
   */
  public MetricEvent {
    SeriesNames.require(series);
    requireValues(values, values.length);
  }

  /** Whether a value is finite and at most {@link #MAX_MAGNITUDE} in magnitude. */
  public static boolean accepts(double value) {
    return Math.abs(value) <= MAX_MAGNITUDE;
  }

  /**
   * Requires that an event has at least one value and that all values are accepted.
   *
   * @param count number of values of the event
   * @throws IllegalArgumentException if there is no value, or one is not accepted
   */
  static void requireValues(double[] values, int count) {
    if (count == 0) {
      throw new IllegalArgumentException("an event needs at least one value, found 0");
    }
    for (int feature = 0; feature < count; feature++) {
      if (!accepts(values[feature])) {
        throw notAccepted(feature, values[feature]);
      }
    }
  }

  private static IllegalArgumentException notAccepted(int feature, double value) {
    return new IllegalArgumentException(
        "values must be finite and at most "
            + MAX_MAGNITUDE
            + " in magnitude: value["
            + feature
            + "]="
            + value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricEvent event
        && series.equals(event.series)
        && timeMillis == event.timeMillis
        && Arrays.equals(values, event.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * series.hashCode() + Long.hashCode(timeMillis)) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return series + "@" + timeMillis + Arrays.toString(values);
  }
}
