// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Forecaster;

/**
 * The loss: negative {@link ErrorDistribution#logDensity} of the targets, computed on tensors.
 *
 * <pre>
 * z = (target - mu) / sigma
 * Gaussian:    log sigma + z^2 / 2 - log peak
 * Student's t: log sigma + (nu + 1)/2 log(1 + z^2 / nu) - log peak
 * </pre>
 *
 * <p>Log sigma is limited to the bounds of {@link Forecaster#boundedLogSigma} and has no gradient
 * beyond them, so that a flat line can't move it to minus infinity.
 *
 * <p>Constant factors are arrays of the output's manager. {@code NDArray.mul(Number)} and {@code
 * div(Number)} close their array at once although the graph refers to its memory. The garbage
 * collector may then free it before the backward pass, which made some gradients wrong or not
 * finite.
 */
final class NegativeLogLikelihood {

  private final ErrorDistribution distribution;

  NegativeLogLikelihood(ErrorDistribution distribution) {
    this.distribution = distribution;
  }

  /**
   * Returns the sum over all counted targets.
   *
   * @param output {@code [lane, time, 2 * feature]}
   * @param target {@code [lane, time, feature]}
   * @param mask 1 where the target counts, else 0, {@code [lane, time, 1]}
   */
  NDArray sum(NDArray output, NDArray target, NDArray mask) {
    NDList halves = output.split(2, 2);
    NDArray logSigma = halves.get(1).clip(-Forecaster.LOG_SIGMA_BOUND, Forecaster.LOG_SIGMA_BOUND);
    NDArray z = target.sub(halves.get(0)).div(logSigma.exp());
    NDArray loss = logSigma.add(standardLoss(z.mul(z)));
    return loss.mul(mask).sum();
  }

  private NDArray standardLoss(NDArray squared) {
    return switch (distribution) {
      case GAUSSIAN -> squared.mul(constant(squared, 0.5)).sub(distribution.logPeak());
      case STUDENT_T -> {
        double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
        NDArray logs = squared.div(constant(squared, nu)).add(1).log();
        yield logs.mul(constant(squared, (nu + 1) / 2)).sub(distribution.logPeak());
      }
    };
  }

  private static NDArray constant(NDArray owner, double value) {
    return owner.getManager().create((float) value);
  }
}
