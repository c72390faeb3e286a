// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/**
 * The location of the forecast of a point and its central 95 % interval, in the unit of the series.
 *
 * @param expected location, {@code [feature]}; empty if there was no forecast
 * @param lower lower end of the interval, {@code [feature]}; empty if there was no forecast
 * @param upper upper end of the interval, {@code [feature]}; empty if there was no forecast
 */
public record Band(double[] expected, double[] lower, double[] upper) {

  /** The band of a point without forecast. */
  public static final Band NONE = new Band(new double[0], new double[0], new double[0]);

  /** Whether there was a forecast. */
  public boolean isPresent() {
    return expected.length > 0;
  }
}
