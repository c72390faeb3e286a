/**
 * Stage 5, decide: rate -> decision, and the life of an incident: opened, updated, resolved.
 *
 * <p>Input: how often so much surprise comes up in the cohort. {@link
 * dev.weir.decision.BudgetController} compares it with what the user's budget grants and keeps
 * every series to it in the long run. Output: a {@link dev.weir.decision.Decision} and at most one
 * {@link dev.weir.decision.Alert}. Invariants: an incident opens once and resolves once; an alert's
 * id depends on series, model and start alone, so that a replay gives the same.
 *
 * <p>Gibbs &amp; Candes 2021, NeurIPS (adaptive conformal inference).
 */
@NullMarked
package dev.weir.decision;

import org.jspecify.annotations.NullMarked;
