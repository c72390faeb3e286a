// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import dev.weir.series.Scaler;

/**
 * The shape of a forecast network.
 *
 * @param cell kind of cell in every layer
 * @param features features of a point, 1 to {@value #MAX_FEATURES}
 * @param hidden units per layer, 1 to {@value #MAX_HIDDEN}
 * @param layers stacked layers, 1 to {@value #MAX_LAYERS}
 * @param errorDistribution distribution that the network assumes
 */
public record Architecture(
    CellKind cell, int features, int hidden, int layers, ErrorDistribution errorDistribution) {

  /** Most features of a point. */
  public static final int MAX_FEATURES = 1024;

  /** Most units of a layer. */
  public static final int MAX_HIDDEN = 2048;

  /** Most layers. */
  public static final int MAX_LAYERS = 64;

  /**
   * @throws IllegalArgumentException if a size is below 1 or above its maximum
   */
  public Architecture {
    requireSize("features", features, MAX_FEATURES);
    requireSize("hidden", hidden, MAX_HIDDEN);
    requireSize("layers", layers, MAX_LAYERS);
  }

  /** Number of inputs of the first layer: 2 per feature. */
  public int inputs() {
    return Scaler.INPUTS_PER_FEATURE * features;
  }

  /** Number of outputs of the head: mu of each feature, then log sigma of each feature. */
  public int outputs() {
    return 2 * features;
  }

  private static void requireSize(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          name + " must be 1 to " + most + ": " + name + "=" + value);
    }
  }
}
