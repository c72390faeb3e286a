// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * Part of a series for training or for validation.
 *
 * @param series the whole series, scaled
 * @param from index of the first point
 * @param to end index, exclusive
 */
public record SeriesSpan(ScaledSeries series, int from, int to) {}
