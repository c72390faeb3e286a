/**
 * Series that are between one and two days old at the start of a run.
 *
 * <p>Input: synthetic events of their past. Output: detector states, and a savepoint that the
 * detection job is restored from.
 */
@NullMarked
package dev.weir.benchmarks.dayold;

import org.jspecify.annotations.NullMarked;
