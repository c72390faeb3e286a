/**
 * Comparison of variants of a model: kinds of cells, or values of a training option.
 *
 * <p>Input: one history and one time budget for every variant. Output: forecast error, NAB scores,
 * gradient norms, time per step and bytes per series, as Markdown. Invariants: the variants differ
 * only in what is compared; all measures are those of the artifact in the core, not of the network
 * in DJL.
 */
@NullMarked
package dev.weir.evaluation.compare;

import org.jspecify.annotations.NullMarked;
