/**
 * Cells of the benchmark: what is run, the input of a run and its result.
 *
 * <p>Input: names like {@code weir-hashmap@10000x1} (workload, series, slots). Output: records, as
 * JSON between processes.
 */
@NullMarked
package dev.weir.benchmarks.cell;

import org.jspecify.annotations.NullMarked;
