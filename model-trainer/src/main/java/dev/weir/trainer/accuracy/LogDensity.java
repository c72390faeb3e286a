package dev.weir.trainer.accuracy;

import dev.weir.forecast.ErrorDistribution;

/** Logarithms of predictive densities: what a forecast with its spread is worth in nats a point. */
final class LogDensity {

  private static final double DEGREES = ErrorDistribution.DEGREES_OF_FREEDOM;

  /** Of Student's t with 4 degrees of freedom at its centre: the density there is 3/8. */
  private static final double STUDENT_PEAK = Math.log(3.0 / 8);

  private static final double GAUSSIAN_PEAK = -0.5 * Math.log(2 * Math.PI);

  private LogDensity() {}

  /**
   * @param error value less forecast
   * @param scale of the law, above 0
   */
  static double of(ErrorDistribution law, double error, double scale) {
    double z = error / scale;
    double shape =
        switch (law) {
          case GAUSSIAN -> GAUSSIAN_PEAK - z * z / 2;
          case STUDENT_T -> STUDENT_PEAK - (DEGREES + 1) / 2 * Math.log1p(z * z / DEGREES);
        };
    return shape - Math.log(scale);
  }
}
