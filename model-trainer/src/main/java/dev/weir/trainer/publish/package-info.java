/**
 * Last stage offline: an artifact -> where jobs find it.
 *
 * <p>A registry is a folder: {@code NAME/VERSION.weir} for every version ever published, and {@code
 * NAME/latest} that names the current one. Invariants: a version's file never changes; {@code
 * latest} always names a file that is whole, since it is replaced last and in one step.
 */
@NullMarked
package dev.weir.trainer.publish;

import org.jspecify.annotations.NullMarked;
