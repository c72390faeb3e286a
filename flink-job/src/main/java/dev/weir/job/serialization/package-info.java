/**
 * Beside the stages, serialization: what the serializers of the other packages have in common.
 *
 * <p>Input and output: the values that cross the network between operators or are stored in state,
 * and their bytes. Each type has its own layout with a version; Flink's reflective and Kryo
 * serializers are disabled.
 *
 * <p>Invariants: reading what was written gives an equal value; older layouts stay readable; a
 * newer layout is rejected with an error that names both versions.
 */
@NullMarked
package dev.weir.job.serialization;

import org.jspecify.annotations.NullMarked;
