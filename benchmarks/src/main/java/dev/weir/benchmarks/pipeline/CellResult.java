// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.job.metrics.JobMetrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one run of a cell gave.
 *
 * @param usage in the measured window
 * @param counts what became of all events of the run, by name
 * @param sizes bytes, by name
 * @param latencyMillis percentiles, by name; empty where none are taken
 */
record CellResult(
    Usage usage,
    Map<String, Long> counts,
    Map<String, Long> sizes,
    Map<String, Double> latencyMillis) {

  /** Of the last full checkpoint; 0 where there is none. */
  static final String CHECKPOINT = "checkpointBytes";

  /** Heap in use at the window's end above that at the first event, behind full collections. */
  static final String STATE_HEAP = "stateHeapBytes";

  /** Of the log of the topic that the events stand in. */
  static final String EVENTS_LOG = "eventsLogBytes";

  /** What the run added to the alerts' log. */
  static final String ALERTS_LOG = "alertsLogBytes";

  /** The same with two more sizes. */
  CellResult withLogs(long eventsBytes, long alertsBytes) {
    Map<String, Long> all = new TreeMap<>(sizes);
    all.put(EVENTS_LOG, eventsBytes);
    all.put(ALERTS_LOG, alertsBytes);
    return new CellResult(usage, counts, all, latencyMillis);
  }

  /** Alerts of any kind. */
  long alerts() {
    return Stream.of(
            JobMetrics.ALERTS_OPENED, JobMetrics.ALERTS_UPDATED, JobMetrics.ALERTS_RESOLVED)
        .mapToLong(name -> counts.getOrDefault(name, 0L))
        .sum();
  }
}
