package dev.weir.benchmarks.pipeline;

import java.util.Map;

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
}
