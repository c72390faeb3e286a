// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

/** Refuses a measurement in which the processor may have waited for events. */
final class RunDry {

  private RunDry() {}

  /**
   * @param position where the processor stands in one partition at the window's end
   * @throws IllegalStateException where it has come to the partition's end
   */
  static void require(CellRun.Input input, long position) {
    if (position >= input.eventsOfPartition()) {
      throw new IllegalStateException(
          "a partition ran dry while it was measured; give more --events: position="
              + position
              + ", end="
              + input.eventsOfPartition());
    }
  }
}
