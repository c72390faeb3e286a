/**
 * Where the job runs: in this JVM, or on a Flink cluster that is there already.
 *
 * <p>Input: the job's options. Output: a running job. Invariant: it is the same topology in both;
 * only the environment differs.
 */
@NullMarked
package dev.weir.cli.cluster;

import org.jspecify.annotations.NullMarked;
