package dev.weir.forecast;

import dev.weir.series.Scaler;

/**
 * The shape of a forecaster.
 *
 * @param cell kind of cell in every layer
 * @param features values a point has
 * @param hidden units of a layer
 * @param layers layers, stacked
 * @param law law of the forecast error
 */
public record Architecture(
    CellKind cell, int features, int hidden, int layers, ErrorDistribution law) {

  /**
   * @throws IllegalArgumentException where a size is below 1
   */
  public Architecture {
    requirePositive("features", features);
    requirePositive("hidden", hidden);
    requirePositive("layers", layers);
  }

  /** Inputs of the first layer. */
  public int inputs() {
    return Scaler.INPUTS_PER_FEATURE * features;
  }

  /** Outputs of the head: mu of each feature, then log sigma of each. */
  public int outputs() {
    return 2 * features;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + name + "=" + value);
    }
  }
}
