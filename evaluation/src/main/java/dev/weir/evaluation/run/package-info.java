/**
 * Runs of a detector over a whole series, offline.
 *
 * <p>Input: a detector and the rows of a series. Output: scores, alerts and incidents by row.
 * Invariant: the points take the same steps as in the job, in the order of the rows.
 */
@NullMarked
package dev.weir.evaluation.run;

import org.jspecify.annotations.NullMarked;
