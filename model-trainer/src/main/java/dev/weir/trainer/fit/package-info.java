/**
 * Offline stage 4, fit: batches of windows -> a trained network.
 *
 * <p>Input: {@link dev.weir.trainer.window.WindowBatch}, scaled inputs and targets of many series
 * in parallel lanes {@code [batch, time, feature]}. Output: {@link
 * dev.weir.trainer.fit.ForecastNetwork} with the weights that did best on the validation span.
 * Invariants: the recurrent state runs on from window to window of a lane and is detached there
 * (truncated back-propagation through time, Williams &amp; Peng 1990); a batch whose loss or
 * gradient is not finite is skipped, counted and told, never learnt from; the same seed on the same
 * machine gives the same weights.
 *
 * <p>Hochreiter &amp; Schmidhuber 1997 (LSTM); Gers et al. 2000 (forget gate); Jozefowicz et al.
 * 2015 (its bias of 1); Pascanu et al. 2013 (clipping by norm); Kingma &amp; Ba 2015 (Adam);
 * Loshchilov &amp; Hutter 2017 (cosine schedule).
 */
@NullMarked
package dev.weir.trainer.fit;

import org.jspecify.annotations.NullMarked;
