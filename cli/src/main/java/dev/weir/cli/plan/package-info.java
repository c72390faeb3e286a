/**
 * Capacity planning: number of series and interval to cores, memory, machines and partitions.
 *
 * <p>Input: {@link dev.weir.cli.plan.Workload}, {@link dev.weir.cli.plan.Machine} and the measured
 * figures in {@code measured.json}. Output: {@link dev.weir.cli.plan.Plan}. Invariants: the code
 * contains no measured figure; the formulas are those of docs/how-to/capacity.md, and a test
 * compares its examples with the results.
 */
@NullMarked
package dev.weir.cli.plan;

import org.jspecify.annotations.NullMarked;
