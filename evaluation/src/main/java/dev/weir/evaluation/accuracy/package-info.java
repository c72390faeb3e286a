/**
 * Forecast accuracy: errors on held-out time -> tables with standard errors.
 *
 * <p>Input: {@link dev.weir.trainer.accuracy.ForecastReport}. Output: Markdown and {@link
 * dev.weir.evaluation.figure.Figure}s. Invariant: only series that moved are compared.
 */
@NullMarked
package dev.weir.evaluation.accuracy;

import org.jspecify.annotations.NullMarked;
