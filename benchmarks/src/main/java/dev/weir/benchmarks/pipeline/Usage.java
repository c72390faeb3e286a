// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a number of events took.
 *
 * @param events handled
 * @param seconds of the wall clock
 * @param cpuSeconds of the process that handled them
 * @param brokerCpuSeconds of the broker, apart
 */
record Usage(long events, double seconds, double cpuSeconds, double brokerCpuSeconds) {

  /** Events per second and fully used core. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  double perCore() {
    return events / cpuSeconds;
  }

  /** Events per second of the wall clock. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  double perSecond() {
    return events / seconds;
  }
}
