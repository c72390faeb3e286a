// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Options of the shape of the network.
 *
 * @param cell kind of cell in every layer
 * @param hidden units per layer, 1 or more
 * @param layers number of layers, 1 or more
 * @param errorDistribution distribution whose negative log-likelihood is the loss
 */
@RecordBuilder
public record NetworkOptions(
    CellKind cell, int hidden, int layers, ErrorDistribution errorDistribution)
    implements NetworkOptionsBuilder.With {

  /** One LSTM layer of 32 units. */
  public static final NetworkOptions DEFAULT =
      new NetworkOptions(CellKind.LSTM, 32, 1, ErrorDistribution.STUDENT_T);

  /**
   * @throws IllegalArgumentException if a size is below 1
   */
  public NetworkOptions {
    new Architecture(cell, 1, hidden, layers, errorDistribution); // validates the sizes
  }

  /** Returns the architecture for points of this many features. */
  public Architecture architecture(int features) {
    return new Architecture(cell, features, hidden, layers, errorDistribution);
  }
}
