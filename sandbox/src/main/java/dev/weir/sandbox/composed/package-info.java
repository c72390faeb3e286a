/**
 * Series for pretraining: random compositions of what monitoring shows, so that a model that was
 * trained on them alone forecasts series it has never seen.
 *
 * <p>A {@link dev.weir.sandbox.composed.Base} gives a course of unit spread (seasons, ARMA, walks,
 * counts, switches, saw teeth, bursts), a few {@link dev.weir.sandbox.composed.Alteration}s change
 * its nature (levels, variance, spikes, quantisation, clipping, anomalies), a unit and an offset
 * make a metric of it, and some points go missing. Output: a {@link
 * dev.weir.trainer.history.History}. Invariants: the same config gives the same bits, each series
 * by a seed of its own; nothing that overflows, explodes or stands still leaves the generator: it
 * is drawn anew, and counted.
 *
 * <p>Training on synthetic series alone for forecasts of real ones: Dooley et al. 2023
 * (ForecastPFN); Ansari et al. 2024 (Chronos, KernelSynth); Moroshan et al. 2025 (TempoPFN).
 */
@NullMarked
package dev.weir.sandbox.composed;

import org.jspecify.annotations.NullMarked;
