/**
 * Progress of a fit: a bar on a terminal, lines otherwise, and meters.
 *
 * <p>Input: calls of {@link dev.weir.trainer.fit.FitListener}. Output: text and meters. Invariant:
 * each class reports skipped batches, and none changes the fit.
 */
@NullMarked
package dev.weir.trainer.progress;

import org.jspecify.annotations.NullMarked;
