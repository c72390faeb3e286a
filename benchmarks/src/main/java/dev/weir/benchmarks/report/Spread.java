// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import org.hipparchus.stat.StatUtils;

/** Median, minimum and maximum of several runs. */
public record Spread(double median, double min, double max) {

  /**
   * @param values one or more
   */
  public static Spread of(double... values) {
    return new Spread(
        StatUtils.percentile(values, 50), StatUtils.min(values), StatUtils.max(values));
  }
}
