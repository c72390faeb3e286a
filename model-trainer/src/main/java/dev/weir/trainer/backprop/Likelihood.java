package dev.weir.trainer.backprop;

import dev.weir.forecast.ErrorDistribution;

/**
 * Negative logarithm of the density that a forecast gave one target, and its gradient.
 *
 * <pre>
 * z = (target - mu) / sigma
 * Gaussian:    log sigma + z^2 / 2 + log sqrt(2 pi)
 * Student's t: log sigma + (nu + 1)/2 log(1 + z^2 / nu) + log(sqrt(nu pi) G(nu/2) / G((nu+1)/2))
 * </pre>
 */
public final class Likelihood {

  /** Log sigma is cut to this on both sides, as the core cuts it; beyond, it has no gradient. */
  public static final float LOG_SIGMA_BOUND = 6f;

  private static final double LOG_SQRT_2_PI = 0.5 * Math.log(2 * Math.PI);

  /** The density of Student's t with 4 degrees of freedom at 0 is 3/8. */
  private static final double LOG_T4_NORM = -Math.log(0.375);

  private final ErrorDistribution law;
  private double loss;
  private double byMu;
  private double byLogSigma;

  Likelihood(ErrorDistribution law) {
    this.law = law;
  }

  /** The part of the loss that depends on z squared. */
  public static double surprise(ErrorDistribution law, double squared) {
    double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
    return switch (law) {
      case GAUSSIAN -> squared / 2 + LOG_SQRT_2_PI;
      case STUDENT_T -> (nu + 1) / 2 * Math.log(1 + squared / nu) + LOG_T4_NORM;
    };
  }

  /** Judges one target; the answers hold until the next. */
  void judge(float mu, float rawLogSigma, float target) {
    double logSigma = Math.max(-LOG_SIGMA_BOUND, Math.min(LOG_SIGMA_BOUND, rawLogSigma));
    double precision = Math.exp(-logSigma);
    double z = (target - mu) * precision;
    double pull = pull(z * z);
    loss = logSigma + surprise(law, z * z);
    byMu = -pull * z * precision;
    byLogSigma = Math.abs(rawLogSigma) <= LOG_SIGMA_BOUND ? 1 - pull * z * z : 0;
  }

  /** Derivative of {@link #surprise} by z, divided by z: less the further out in heavy tails. */
  private double pull(double squared) {
    double nu = ErrorDistribution.DEGREES_OF_FREEDOM;
    return switch (law) {
      case GAUSSIAN -> 1;
      case STUDENT_T -> (nu + 1) / (nu + squared);
    };
  }

  double loss() {
    return loss;
  }

  double byMu() {
    return byMu;
  }

  double byLogSigma() {
    return byLogSigma;
  }
}
