/**
 * Forecast accuracy on held-out time, as tables with standard errors.
 *
 * <p>Input: {@link dev.weir.trainer.accuracy.ForecastReport}. Output: Markdown and {@link
 * dev.weir.evaluation.figure.Figure}s. Invariant: constant series are not compared.
 */
@NullMarked
package dev.weir.evaluation.accuracy;

import org.jspecify.annotations.NullMarked;
