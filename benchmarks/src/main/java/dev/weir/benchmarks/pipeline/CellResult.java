package dev.weir.benchmarks.pipeline;

import java.util.Map;

/**
 * What one run of a cell gave.
 *
 * @param usage in the measured window
 * @param counts what became of all events of the run, by name
 * @param peakHeapBytes the most heap in use, garbage included
 */
record CellResult(Usage usage, Map<String, Long> counts, long peakHeapBytes) {}
