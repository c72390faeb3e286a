/**
 * Sizing: series and the time between their points -> cores, memory, machines, partitions.
 *
 * <p>Input: {@link dev.weir.quickstart.plan.Workload}, {@link dev.weir.quickstart.plan.Machine} and
 * the figures measured, {@code measured.json}. Output: {@link dev.weir.quickstart.plan.Plan}.
 * Invariants: no figure stands in the code; the formulas are those of docs/how-to/capacity.md,
 * whose examples a test compares with what is computed here.
 */
@NullMarked
package dev.weir.quickstart.plan;

import org.jspecify.annotations.NullMarked;
