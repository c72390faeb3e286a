// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/**
 * Parts of each series' time, in order: to learn from, to stop early on, the rest to be judged on.
 *
 * @param training part to learn from, above 0
 * @param validation part behind it for early stopping, above 0; both together below 1
 */
public record SplitFractions(double training, double validation) {

  /**
   * @throws IllegalArgumentException if a part is empty
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
