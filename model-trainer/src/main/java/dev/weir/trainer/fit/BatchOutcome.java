// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

/** Result of one batch. */
public sealed interface BatchOutcome {

  /** Targets in the batch. */
  int points();

  /**
   * The weights were updated.
   *
   * @param loss mean negative log-likelihood per target and feature, before the step
   * @param gradientNorm Euclidean norm of the whole gradient before clipping
   */
  record Trained(int points, double loss, double gradientNorm) implements BatchOutcome {}

  /**
   * The batch was skipped: the weights are unchanged, and the state of every lane is 0.
   *
   * @param reason the value that was not finite
   */
  record Skipped(int points, String reason) implements BatchOutcome {}
}
