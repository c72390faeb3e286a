// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import org.hipparchus.stat.StatUtils;

/**
 * What several runs gave.
 *
 * @param median of the runs
 * @param smallest of the runs
 * @param largest of the runs
 */
public record Spread(double median, double smallest, double largest) {

  /**
   * The spread of these.
   *
   * @param values at least one
   */
  public static Spread of(double... values) {
    return new Spread(
        StatUtils.percentile(values, 50), StatUtils.min(values), StatUtils.max(values));
  }
}
