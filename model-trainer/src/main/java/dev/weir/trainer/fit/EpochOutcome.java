// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

/**
 * Result of one pass over the training span.
 *
 * @param epoch number of the pass, from 1
 * @param trainingLoss mean negative log-likelihood per target and feature in training
 * @param validationLoss the same on the validation span, after the pass
 * @param best whether the validation loss is the lowest so far
 * @param batches batches trained on
 * @param skipped batches skipped
 * @param points targets trained on
 * @param seconds wall time of the pass, including validation
 */
public record EpochOutcome(
    int epoch,
    double trainingLoss,
    double validationLoss,
    boolean best,
    int batches,
    int skipped,
    long points,
    double seconds) {}
