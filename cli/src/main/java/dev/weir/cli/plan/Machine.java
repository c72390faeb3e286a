// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/**
 * What it is to run on.
 *
 * @param cores of one machine, 1 or more
 * @param memoryGib of one machine, above 0
 * @param headroom part of the cores that is left idle in ordinary times, 0 to below 1: peaks, and
 *     catching up after a failure
 */
public record Machine(int cores, double memoryGib, double headroom) {

  /**
   * @throws IllegalArgumentException where a value is out of range
   */
  public Machine {
    Workload.require(cores >= 1, "--cores must be 1 or more", cores);
    Workload.require(
        memoryGib > 0 && memoryGib <= Double.MAX_VALUE, "--memory must be above 0 GiB", memoryGib);
    Workload.require(headroom >= 0 && headroom < 1, "--headroom must lie in [0, 1)", headroom);
  }
}
