// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

/**
 * What is drawn.
 *
 * @param horizon steps beyond the last point, 1 or more
 * @param samples paths, 1 or more
 * @param seed of what is drawn
 */
public record PathConfig(int horizon, int samples, long seed) {

  /**
   * @throws IllegalArgumentException where a number is below 1
   */
  public PathConfig {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be 1 or more: horizon=" + horizon);
    }
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be 1 or more: samples=" + samples);
    }
  }
}
