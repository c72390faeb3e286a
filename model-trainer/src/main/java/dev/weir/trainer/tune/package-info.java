/**
 * Search of options: configurations -> the one that does best on held-out time.
 *
 * <p>Successive halving (Jamieson &amp; Talwalkar 2016): all configurations get a small budget, the
 * best of them a larger one, until one is left. Knows nothing of what it compares: a configuration
 * is any object, its loss any number. Invariant: the same losses give the same winner; a loss that
 * is not finite comes last.
 */
@NullMarked
package dev.weir.trainer.tune;

import org.jspecify.annotations.NullMarked;
