// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

/**
 * Number and length of sampled paths.
 *
 * @param horizon number of steps after the last point, 1 or more
 * @param samples number of paths, 1 or more
 * @param seed seed of the samples
 */
public record PathConfig(int horizon, int samples, long seed) {

  /**
   * @throws IllegalArgumentException if a number is below 1
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
