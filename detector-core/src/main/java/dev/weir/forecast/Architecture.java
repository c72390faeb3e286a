// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import dev.weir.series.Scaler;

/**
 * The shape of a forecast network.
 *
 * @param cell kind of cell in every layer
 * @param features features of a point
 * @param hidden units per layer
 * @param layers stacked layers
 * @param errorDistribution distribution that the network assumes
 */
public record Architecture(
    CellKind cell, int features, int hidden, int layers, ErrorDistribution errorDistribution) {

  /**
   * @throws IllegalArgumentException if a size is below 1
   */
  public Architecture {
    requirePositive("features", features);
    requirePositive("hidden", hidden);
    requirePositive("layers", layers);
  }

  /** Number of inputs of the first layer: 2 per feature. */
  public int inputs() {
    return Scaler.INPUTS_PER_FEATURE * features;
  }

  /** Number of outputs of the head: mu of each feature, then log sigma of each feature. */
  public int outputs() {
    return 2 * features;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + name + "=" + value);
    }
  }
}
