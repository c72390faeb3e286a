// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/**
 * Fractions for training and validation; the rest is for evaluation.
 *
 * @param training fraction for training, above 0
 * @param validation fraction for early stopping, after the training part, above 0; the sum is below
 *     1
 */
public record SplitFractions(double training, double validation) {

  /**
   * @throws IllegalArgumentException if a part would be empty
   */
  public SplitFractions {
    if (!(training > 0 && validation > 0 && training + validation < 1)) {
      throw new IllegalArgumentException(
          "training-part and validation-part must be above 0 and leave a part for evaluation:"
              + " training-part="
              + training
              + ", validation-part="
              + validation);
    }
  }
}
