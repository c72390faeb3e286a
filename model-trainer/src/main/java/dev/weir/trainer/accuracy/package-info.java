/**
 * Offline stage 7, accuracy: a calibrated model and split series -> accuracy of its forecasts,
 * compared with persistence, seasonal naive and an autoregression.
 *
 * <p>Input: {@link dev.weir.trainer.history.SplitSeries}. Output: {@link
 * dev.weir.trainer.accuracy.ForecastReport}. The core's {@link dev.weir.detect.Detector} computes
 * the forecasts, as in the job. Measures: mean absolute error, and the same divided by the error of
 * persistence on the training part (MASE: Hyndman &amp; Koehler 2006), so that series of different
 * units can be averaged. Invariant: all forecasters are evaluated on the same points.
 */
@NullMarked
package dev.weir.trainer.accuracy;

import org.jspecify.annotations.NullMarked;
