/**
 * Search of options: configurations -> the one with the lowest validation loss.
 *
 * <p>Input: configurations of any type and a function that fits one. Output: the best
 * configuration. Successive halving (Jamieson &amp; Talwalkar 2016): all configurations get a small
 * budget, the best of them a larger one, until one is left. Invariant: the same losses give the
 * same winner; a loss that is not finite comes last.
 */
@NullMarked
package dev.weir.trainer.tune;

import org.jspecify.annotations.NullMarked;
