// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

/** What became of one batch. */
public sealed interface BatchOutcome {

  /** Targets that the batch held. */
  int points();

  /**
   * Learnt from.
   *
   * @param loss mean negative log-likelihood a target and feature, before the step
   * @param gradientNorm Euclidean norm of the whole gradient before clipping
   */
  record Learnt(int points, double loss, double gradientNorm) implements BatchOutcome {}

  /**
   * Not learnt from; the weights are as before, and every lane starts from an empty state again.
   *
   * @param reason what was not finite
   */
  record Skipped(int points, String reason) implements BatchOutcome {}
}
