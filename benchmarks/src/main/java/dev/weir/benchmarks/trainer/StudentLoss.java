package dev.weir.benchmarks.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.loss.Loss;
import dev.weir.forecast.ErrorDistribution;

/**
 * Weir's loss as one of DJL's: negative logarithm of the density that the forecast gave.
 *
 * <p>Factors are arrays that outlive the way back, as in Weir's: what {@code mul(Number)} makes
 * doesn't.
 */
final class StudentLoss extends Loss {

  private static final float LOG_SIGMA_BOUND = 6f;
  private static final double LOG_T4_NORM = -Math.log(0.375);

  StudentLoss() {
    super("StudentLoss");
  }

  /**
   * @param labels targets and mask, each {@code [window, time, 1]}
   * @param predictions mu and log sigma, {@code [window, time, 2]}
   */
  @Override
  public NDArray evaluate(NDList labels, NDList predictions) {
    NDArray output = predictions.singletonOrThrow();
    NDArray mask = labels.get(1);
    NDArray mu = output.get(new NDIndex("..., :1"));
    NDArray logSigma = output.get(new NDIndex("..., 1:")).clip(-LOG_SIGMA_BOUND, LOG_SIGMA_BOUND);
    NDArray z = labels.get(0).sub(mu).mul(logSigma.neg().exp());
    double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
    NDManager scratch = output.getManager();
    NDArray logs = z.mul(z).div(scratch.create((float) nu)).add(1).log();
    NDArray surprise = logs.mul(scratch.create((float) ((nu + 1) / 2))).add(LOG_T4_NORM);
    return logSigma.add(surprise).mul(mask).sum().div(mask.sum());
  }
}
