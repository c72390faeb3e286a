// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

/**
 * Consecutive anomalous points of one series.
 *
 * @param startMillis time of the first anomalous point, milliseconds
 * @param lastMillis time of the last anomalous point, milliseconds
 * @param peakScore largest score of its points, 0 to 1
 * @param points number of anomalous points
 */
public record Incident(long startMillis, long lastMillis, double peakScore, int points) {}
