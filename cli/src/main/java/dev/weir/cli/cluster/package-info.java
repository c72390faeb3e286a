/**
 * Starts the job: in this JVM, or on a Flink cluster.
 *
 * <p>Input: the options of the job. Output: a running job. Invariant: both run the same topology.
 */
@NullMarked
package dev.weir.cli.cluster;

import org.jspecify.annotations.NullMarked;
