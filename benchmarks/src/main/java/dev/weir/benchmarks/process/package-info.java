/**
 * Processes of a measurement: broker, cells, and the Flink metrics of this process.
 *
 * <p>Input: programs of this class path. Output: their first lines of standard output, metrics by
 * name. Invariant: a child process ends with its parent.
 */
@NullMarked
package dev.weir.benchmarks.process;

import org.jspecify.annotations.NullMarked;
