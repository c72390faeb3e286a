// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Forecaster;

/**
 * The loss: {@link ErrorDistribution#logDensity} of the targets on tensors, negated.
 *
 * <pre>
 * z = (target - mu) / sigma
 * Gaussian:    log sigma + z^2 / 2 - log peak
 * Student's t: log sigma + (nu + 1)/2 log(1 + z^2 / nu) - log peak
 * </pre>
 *
 * <p>Log sigma is cut to the bounds that the core cuts it to, so beyond them it has no gradient: a
 * flat stretch can't draw it to minus infinity.
 *
 * <p>What a product or quotient is taken with is an array that lives as long as the output's
 * manager. {@code NDArray.mul(Number)} and {@code div(Number)} close theirs at once while the graph
 * still points into its memory, which the garbage collector may then free before the way back reads
 * it: gradients were wrong now and then, or not finite.
 */
final class NegativeLogLikelihood {

  private final ErrorDistribution law;

  NegativeLogLikelihood(ErrorDistribution law) {
    this.law = law;
  }

  /**
   * Sum over all targets that count.
   *
   * @param output {@code [lane, time, 2 * feature]}
   * @param target {@code [lane, time, feature]}
   * @param mask {@code [lane, time, 1]}
   */
  NDArray sum(NDArray output, NDArray target, NDArray mask) {
    NDList halves = output.split(2, 2);
    NDArray logSigma = halves.get(1).clip(-Forecaster.LOG_SIGMA_BOUND, Forecaster.LOG_SIGMA_BOUND);
    NDArray z = target.sub(halves.get(0)).div(logSigma.exp());
    NDArray loss = logSigma.add(surprise(z.mul(z)));
    return loss.mul(mask).sum();
  }

  private NDArray surprise(NDArray squared) {
    return switch (law) {
      case GAUSSIAN -> squared.mul(constant(squared, 0.5)).sub(law.logPeak());
      case STUDENT_T -> {
        double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
        NDArray logs = squared.div(constant(squared, nu)).add(1).log();
        yield logs.mul(constant(squared, (nu + 1) / 2)).sub(law.logPeak());
      }
    };
  }

  private static NDArray constant(NDArray beside, double value) {
    return beside.getManager().create((float) value);
  }
}
