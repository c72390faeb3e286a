/**
 * Offline stage 8, publish: an artifact -> a registry that jobs read.
 *
 * <p>Input: file of an artifact. Output: {@code NAME/VERSION.weir} for each published version, and
 * {@code NAME/latest} with the name of the current one. Invariants: the file of a version never
 * changes; {@code latest} always names a complete file, because it is replaced last and atomically.
 */
@NullMarked
package dev.weir.trainer.publish;

import org.jspecify.annotations.NullMarked;
