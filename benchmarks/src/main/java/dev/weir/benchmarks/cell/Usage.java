// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Time and CPU for a number of events.
 *
 * @param events number of events
 * @param seconds elapsed time
 * @param cpuSeconds CPU time of the process that handles the events
 * @param brokerCpuSeconds CPU time of the broker
 */
public record Usage(long events, double seconds, double cpuSeconds, double brokerCpuSeconds) {

  /** Events per CPU second. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public double perCore() {
    return events / cpuSeconds;
  }

  /** Events per second of elapsed time. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public double perSecond() {
    return events / seconds;
  }
}
