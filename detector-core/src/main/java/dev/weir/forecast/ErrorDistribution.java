// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Locale;

/** The distribution that a network assumes for its forecast errors. */
public enum ErrorDistribution {
  /** Normal distribution. */
  GAUSSIAN,
  /**
   * Student's t-distribution with {@value #DEGREES_OF_FREEDOM} degrees of freedom. Outliers in the
   * history have little influence on the training.
   */
  STUDENT_T;

  /** Degrees of freedom of {@link #STUDENT_T}. */
  public static final int DEGREES_OF_FREEDOM = 4;

  /** Half width of the central 95 % interval, in units of the scale. */
  public double halfWidth95() {
    return switch (this) {
      case GAUSSIAN -> 1.959964;
      case STUDENT_T -> 2.776445;
    };
  }

  /** Natural logarithm of the density of an error of 0 at scale 1. */
  public double logPeak() {
    return switch (this) {
      case GAUSSIAN -> -0.5 * Math.log(2 * Math.PI);
      case STUDENT_T -> Math.log(0.375); // exact for 4 degrees of freedom
    };
  }

  /**
   * Natural logarithm of the density of a forecast error.
   *
   * @param error the value minus its forecast
   * @param scale scale of the distribution, in the unit of the error, above 0
   */
  public double logDensity(double error, double scale) {
    double z = error / scale;
    double nu = DEGREES_OF_FREEDOM;
    double decrease =
        switch (this) {
          case GAUSSIAN -> z * z / 2;
          case STUDENT_T -> (nu + 1) / 2 * Math.log1p(z * z / nu);
        };
    return logPeak() - decrease - Math.log(scale);
  }

  /** The name in artifacts and options, such as {@code student-t}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }
}
