// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * One window of every lane; the next batch of the same pass goes on where this one ends.
 *
 * @param lanes sequences side by side
 * @param time steps of a window
 * @param inputs scaled points, {@code [lane, time, inputs]}, flat, last index fastest
 * @param targets step to the next point in units of the series' usual step, {@code [lane, time,
 *     feature]}, flat
 * @param mask 1 where the target counts, 0 where there is none, {@code [lane, time]}, flat
 * @param keep 1 where the lane goes on, 0 where another sequence starts in it: {@code [lane]}
 * @param points targets that count
 */
public record WindowBatch(
    int lanes, int time, float[] inputs, float[] targets, float[] mask, float[] keep, int points) {}
