/**
 * Stage 5, decide: score -> decision, and the life of an incident: opened, updated, resolved.
 *
 * <p>Input: the tail probability of one point. Output: a {@link dev.weir.decision.Decision} and at
 * most one {@link dev.weir.decision.Alert}. Invariants: an incident opens once and resolves once;
 * an alert's id depends on series, model and start alone, so that a replay gives the same.
 */
@NullMarked
package dev.weir.decision;

import org.jspecify.annotations.NullMarked;
