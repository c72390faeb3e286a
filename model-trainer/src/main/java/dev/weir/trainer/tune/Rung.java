// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

/**
 * One round of successive halving.
 *
 * @param number number of the round, from 1
 * @param of number of rounds
 * @param configurations number of configurations in this round
 * @param part budget of each as a fraction of a whole fit, above 0 to 1
 */
public record Rung(int number, int of, int configurations, double part) {}
