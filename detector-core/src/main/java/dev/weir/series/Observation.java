// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import java.util.Arrays;

/**
 * The values of one series at one time.
 *
 * @param timeMillis event time, milliseconds since 1970-01-01T00:00:00Z
 * @param values one finite value per feature, {@code [feature]}; not copied, so the caller must not
 *     change the array
 */
public record Observation(long timeMillis, double[] values) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Observation point
        && timeMillis == point.timeMillis
        && Arrays.equals(values, point.values);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(timeMillis) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return timeMillis + Arrays.toString(values);
  }
}
