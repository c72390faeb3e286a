// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

/**
 * The surprise of one point, and what caused it. Its array must not be changed.
 *
 * @param decades {@code -log10} of the combined tail probability of the point, 0 or more
 * @param signal the signal that contributed most to the most surprising feature
 * @param contributions share of each feature in the combined probability, {@code [feature]}, sum 1
 */
public record Surprise(double decades, Signal signal, double[] contributions) {}
