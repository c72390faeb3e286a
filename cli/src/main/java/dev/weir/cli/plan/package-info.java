/**
 * Sizing: series and the time between their points -> cores, memory, machines, partitions.
 *
 * <p>Input: {@link dev.weir.cli.plan.Workload}, {@link dev.weir.cli.plan.Machine} and the figures
 * measured, {@code measured.json}. Output: {@link dev.weir.cli.plan.Plan}. Invariants: no figure
 * stands in the code; the formulas are those of docs/how-to/capacity.md, and a test compares its
 * examples with the results.
 */
@NullMarked
package dev.weir.cli.plan;

import org.jspecify.annotations.NullMarked;
