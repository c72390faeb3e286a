// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

/**
 * What one pass over the training span brought.
 *
 * @param epoch number of the pass, from 1
 * @param trainingLoss mean negative log-likelihood a target and feature while learning
 * @param validationLoss the same on the validation span, after the pass
 * @param best whether it is the best so far
 * @param batches batches learnt from
 * @param skipped batches not learnt from
 * @param points targets learnt from
 * @param seconds wall time of the pass, validation and all
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
