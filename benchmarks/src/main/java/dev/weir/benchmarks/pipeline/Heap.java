// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
final class Heap {

  private Heap() {}

  /** Bytes in use behind a full collection. */
  static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
