// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Events and CPU time at one moment.
 *
 * @param events number of processed events
 * @param nanos {@link System#nanoTime}
 * @param cpuNanos CPU time of this process, all threads including garbage collector and compiler
 * @param brokerCpuNanos CPU time of the broker
 */
record UsageSample(long events, long nanos, long cpuNanos, long brokerCpuNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  static UsageSample now(long events, long brokerPid) {
    return new UsageSample(
        events, System.nanoTime(), SYSTEM.getProcessCpuTime(), brokerCpuNanos(brokerPid));
  }

  private static long brokerCpuNanos(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the broker process has ended; see broker.log: pid=" + pid));
  }
}
