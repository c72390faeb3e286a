// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

/**
 * Initial values and dropout of a network.
 *
 * @param forgetBias initial bias of the LSTM's forget gate, finite
 * @param dropout fraction of the hidden outputs dropped between layers and before the head, 0 to
 *     below 1
 * @param seed seed of the initial weights and of dropout
 */
public record NetworkConfig(double forgetBias, double dropout, long seed) {}
