/**
 * The process that runs one cell: consumer loops, Flink jobs, and the measurement of CPU time and
 * latency.
 *
 * <p>Input: {@link dev.weir.benchmarks.cell.CellRun}. Output: {@link
 * dev.weir.benchmarks.cell.CellResult}. Invariant: the counters of a run add up to the number of
 * its events.
 */
@NullMarked
package dev.weir.benchmarks.run;

import org.jspecify.annotations.NullMarked;
