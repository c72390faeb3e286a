// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

/**
 * One round of the search.
 *
 * @param number from 1
 * @param of how many rounds there are
 * @param configurations how many take part
 * @param part budget of each, as part of a whole fit, above 0 to 1
 */
public record Rung(int number, int of, int configurations, double part) {}
