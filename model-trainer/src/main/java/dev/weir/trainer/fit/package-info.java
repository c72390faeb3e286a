/**
 * Offline stage 4, fit: batches of windows -> a trained network.
 *
 * <p>Input: {@link dev.weir.trainer.window.WindowBatch}, scaled inputs and targets of many series
 * in lanes, {@code [lane, time, feature]}. Output: {@link dev.weir.trainer.network.ForecastNetwork}
 * with the weights of the lowest validation loss. Invariants: the recurrent state is carried from
 * window to window and detached between them (truncated back-propagation through time, Williams
 * &amp; Peng 1990); a batch whose loss or gradient is not finite is skipped, counted and reported;
 * the same seed on the same machine gives the same weights.
 *
 * <p>Pascanu et al. 2013 (clipping by norm); Kingma &amp; Ba 2015 (Adam); Loshchilov &amp; Hutter
 * 2017 (cosine schedule).
 */
@NullMarked
package dev.weir.trainer.fit;

import org.jspecify.annotations.NullMarked;
