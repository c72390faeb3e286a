// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/**
 * Machine on which the job runs.
 *
 * @param cores number of cores, 1 or more
 * @param memoryGib memory, GiB, above 0
 * @param headroom fraction of the cores left idle for peaks and for catching up after a failure, 0
 *     to below 1
 */
public record Machine(int cores, double memoryGib, double headroom) {

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public Machine {
    Workload.require(cores >= 1, "--cores must be 1 or more", cores);
    Workload.require(
        memoryGib > 0 && memoryGib <= Double.MAX_VALUE, "--memory must be above 0 GiB", memoryGib);
    Workload.require(headroom >= 0 && headroom < 1, "--headroom must lie in [0, 1)", headroom);
  }
}
