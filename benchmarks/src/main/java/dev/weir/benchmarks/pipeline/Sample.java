// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What had been done and used at one time.
 *
 * @param events handled so far
 * @param nanos {@link System#nanoTime}
 * @param cpuNanos CPU time of this process, all its threads, garbage collector and compiler too
 * @param brokerCpuNanos CPU time of the broker's process
 */
record Sample(long events, long nanos, long cpuNanos, long brokerCpuNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  static Sample now(long events, long brokerPid) {
    return new Sample(
        events, System.nanoTime(), SYSTEM.getProcessCpuTime(), cpuNanosOfOther(brokerPid));
  }

  private static long cpuNanosOfOther(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElseThrow(() -> new IllegalStateException("the broker has ended: pid=" + pid));
  }
}
