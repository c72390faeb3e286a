// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * One window of all lanes; the next batch of the pass continues at its end.
 *
 * @param lanes sequences stepped in parallel
 * @param time steps per window
 * @param inputs scaled points, {@code [lane, time, inputs]}, flat, last index fastest
 * @param targets step to the next point in typical steps, {@code [lane, time, feature]}, flat
 * @param mask 1 if the target counts, else 0, {@code [lane, time]}, flat
 * @param keep 1 if the lane continues its sequence, 0 if it starts another one, {@code [lane]}
 * @param points number of targets that count
 */
public record WindowBatch(
    int lanes, int time, float[] inputs, float[] targets, float[] mask, float[] keep, int points) {}
