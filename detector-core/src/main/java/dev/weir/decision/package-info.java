/**
 * Stage 5, decision: rate -> decision, incident and alert.
 *
 * <p>{@link dev.weir.decision.BudgetController} sets the threshold of a series so that its alerts
 * stay within the {@link dev.weir.decision.AlertBudget}. {@link dev.weir.decision.AlertPolicy}
 * opens, updates and resolves the incidents of a series. {@link dev.weir.decision.Debouncer}
 * suppresses the points that follow an unusual point.
 *
 * <p>Input: the rate of a point, as incidents per point, decimal logarithm. Output: a {@link
 * dev.weir.decision.Decision} and at most one {@link dev.weir.decision.Alert}. Invariants: an
 * incident is opened once and resolved once; the id of an alert depends on series, model and start
 * only, so that a replay produces the same ids.
 *
 * <p>Gibbs &amp; Candes 2021, NeurIPS (adaptive conformal inference).
 */
@NullMarked
package dev.weir.decision;

import org.jspecify.annotations.NullMarked;
