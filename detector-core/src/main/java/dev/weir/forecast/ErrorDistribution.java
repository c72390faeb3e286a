package dev.weir.forecast;

import java.util.Locale;

/** The law that the network's forecast errors were trained to follow. */
public enum ErrorDistribution {
  /** Normal. */
  GAUSSIAN,
  /**
   * Student's t with {@value #DEGREES_OF_FREEDOM} degrees of freedom: outliers in the history don't
   * rule the fit.
   */
  STUDENT_T;

  /** Degrees of freedom of {@link #STUDENT_T}. */
  public static final int DEGREES_OF_FREEDOM = 4;

  /** Half width of the central 95 % of the law, in scales. */
  public double halfWidth95() {
    return switch (this) {
      case GAUSSIAN -> 1.959964;
      case STUDENT_T -> 2.776445;
    };
  }

  /** Logarithm of the density of an error of 0 at scale 1. */
  public double logPeak() {
    return switch (this) {
      case GAUSSIAN -> -0.5 * Math.log(2 * Math.PI);
      case STUDENT_T -> Math.log(0.375); // exact for 4 degrees of freedom
    };
  }

  /**
   * Logarithm of the density of a forecast error.
   *
   * @param error value less forecast
   * @param scale of the law, above 0
   */
  public double logDensity(double error, double scale) {
    double z = error / scale;
    double nu = DEGREES_OF_FREEDOM;
    double fall =
        switch (this) {
          case GAUSSIAN -> z * z / 2;
          case STUDENT_T -> (nu + 1) / 2 * Math.log1p(z * z / nu);
        };
    return logPeak() - fall - Math.log(scale);
  }

  /** The name in artifacts and options: {@code student-t}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /**
   * @throws IllegalArgumentException where no law has this label
   */
  public static ErrorDistribution ofLabel(String label) {
    for (ErrorDistribution law : values()) {
      if (law.label().equals(label)) {
        return law;
      }
    }
    throw new IllegalArgumentException(
        "law=" + label + " is unknown, expected one of gaussian, student-t");
  }
}
