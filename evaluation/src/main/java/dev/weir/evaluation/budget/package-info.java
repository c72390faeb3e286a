/**
 * Alert budget: how many alerts a detector opens, compared with how many its budget allows.
 *
 * <p>Input: series without known anomalies, and budgets. Output: alerts opened per alert budgeted,
 * and the fraction of series whose count is within a factor of two. Counts are small, so two
 * references are given: the exact Poisson interval of a count (Garwood 1936), and the fraction that
 * a detector with exactly the rate of the budget would reach by chance. Invariant: everything but
 * the budget is the default of the product.
 */
@NullMarked
package dev.weir.evaluation.budget;

import org.jspecify.annotations.NullMarked;
