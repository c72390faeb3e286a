/**
 * Offline stage 7, report: a model and held-out time -> how well it forecasts, beside persistence,
 * seasonal naive and an autoregression.
 *
 * <p>The forecasts are those of the core's {@link dev.weir.detect.Detector}, made point by point as
 * the job makes them. Measures: mean absolute error, and scaled by that of persistence on the
 * training span (MASE: Hyndman &amp; Koehler 2006), so that series of different units can be
 * averaged. Invariant: every forecaster is judged on the same points.
 */
@NullMarked
package dev.weir.trainer.accuracy;

import org.jspecify.annotations.NullMarked;
