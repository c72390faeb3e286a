/**
 * The bytes of everything that crosses the network or goes into state: what the other packages'
 * serializers have in common.
 *
 * <p>Each type has a hand-written layout with a version; Flink's reflective and Kryo serializers
 * are switched off. Invariants: {@code read(write(x)) = x}; a layout that is older stays readable,
 * one that is newer is refused with both versions named.
 */
@NullMarked
package dev.weir.job.type;

import org.jspecify.annotations.NullMarked;
