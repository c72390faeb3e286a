package dev.weir.forecast;

import java.util.Locale;

/** The law that the network's forecast errors were trained to follow. */
public enum ErrorLaw {
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
  public static ErrorLaw ofLabel(String label) {
    for (ErrorLaw law : values()) {
      if (law.label().equals(label)) {
        return law;
      }
    }
    throw new IllegalArgumentException(
        "law=" + label + " is unknown, expected one of gaussian, student-t");
  }
}
