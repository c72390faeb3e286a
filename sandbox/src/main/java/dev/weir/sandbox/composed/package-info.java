/**
 * Random series for pretraining: a model that is trained on them alone forecasts series it has
 * never seen.
 *
 * <p>A {@link dev.weir.sandbox.composed.Base} generates values of mean 0 and deviation 1 (seasons,
 * ARMA, random walks, counts, switches, saw teeth, bursts). {@link
 * dev.weir.sandbox.composed.Alteration}s then change levels and variance, add spikes, quantise,
 * clip or hold values. The result is scaled by a random unit and offset, and some points are
 * removed.
 *
 * <p>Input: {@link dev.weir.sandbox.composed.ComposedConfig}. Output: {@link
 * dev.weir.sandbox.synthetic.GeneratedHistory}. Invariants: the same config generates the same
 * bits, and each series has its own seed; a series that overflows, explodes or is constant is
 * generated again and counted.
 *
 * <p>Training on synthetic series alone: Dooley et al. 2023 (ForecastPFN); Ansari et al. 2024
 * (Chronos, KernelSynth); Moroshan et al. 2025 (TempoPFN).
 */
@NullMarked
package dev.weir.sandbox.composed;

import org.jspecify.annotations.NullMarked;
