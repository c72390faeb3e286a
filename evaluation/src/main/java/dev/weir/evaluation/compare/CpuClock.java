// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Clock that measures the CPU time of the calling thread.
 *
 * <p>A time budget in CPU time does not depend on the load of the machine. Fits run on one thread.
 */
final class CpuClock implements InstantSource {

  private final Instant start;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /**
   * @param start time that the CPU time is added to
   */
  CpuClock(Instant start) {
    this.start = start;
  }

  /** CPU time of the calling thread, nanoseconds. */
  long nanos() {
    return threads.getCurrentThreadCpuTime();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos());
  }
}
