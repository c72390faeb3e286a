// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

/**
 * The part of a series that belongs to one part of the split.
 *
 * @param series the series, scaled from its first point on
 * @param from index of the first point of the part
 * @param to index behind its last point
 */
public record SeriesSpan(ScaledSeries series, int from, int to) {}
