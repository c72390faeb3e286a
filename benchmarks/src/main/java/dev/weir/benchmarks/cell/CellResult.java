// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import dev.weir.job.metrics.JobMetrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Result of one run of a cell.
 *
 * @param usage time and CPU in the measured window
 * @param counts events of the whole run, by counter
 * @param sizes bytes, by name
 * @param latencyMillis latency by percentile; empty without a paced producer
 */
public record CellResult(
    Usage usage,
    Map<String, Long> counts,
    Map<String, Long> sizes,
    Map<String, Double> latencyMillis) {

  /** Size of the last full checkpoint; 0 without one. */
  public static final String CHECKPOINT = "checkpointBytes";

  /** Growth of the live heap from the first event to the end of the measured window. */
  public static final String STATE_HEAP = "stateHeapBytes";

  /** Size of the topic of events. */
  public static final String EVENTS_LOG = "eventsLogBytes";

  /** Growth of the topic of alerts during the run. */
  public static final String ALERTS_LOG = "alertsLogBytes";

  /** The same result with the sizes of the topics. */
  public CellResult withTopicSizes(long eventsBytes, long alertsBytes) {
    Map<String, Long> all = new TreeMap<>(sizes);
    all.put(EVENTS_LOG, eventsBytes);
    all.put(ALERTS_LOG, alertsBytes);
    return new CellResult(usage, counts, all, latencyMillis);
  }

  /** Number of alerts: opened, updated and resolved. */
  public long alerts() {
    return Stream.of(
            JobMetrics.ALERTS_OPENED, JobMetrics.ALERTS_UPDATED, JobMetrics.ALERTS_RESOLVED)
        .mapToLong(name -> counts.getOrDefault(name, 0L))
        .sum();
  }
}
