/**
 * Offline stage 3, network: the forecast network in DJL.
 *
 * <p>Input: {@code [lane, time, inputs]}, the inputs of a {@link
 * dev.weir.trainer.window.WindowBatch}. Output: {@code [lane, time, 2 * feature]}, mu and log sigma
 * of the next step. {@link dev.weir.trainer.network.ForecastNetwork} is the network, {@link
 * dev.weir.trainer.network.LaneState} the recurrent state of its lanes. The weights have the names
 * and the layout of {@link dev.weir.forecast.Weights}, so that the core steps the same network.
 *
 * <p>Hochreiter &amp; Schmidhuber 1997 (LSTM); Gers et al. 2000 (forget gate); Jozefowicz et al.
 * 2015 (its bias of 1).
 */
@NullMarked
package dev.weir.trainer.network;

import org.jspecify.annotations.NullMarked;
