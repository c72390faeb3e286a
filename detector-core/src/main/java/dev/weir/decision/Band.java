package dev.weir.decision;

/**
 * The forecast of one point in the series' own unit.
 *
 * @param expected location, {@code [feature]}; empty where there was no forecast
 * @param lower lower end of the central 95 %, {@code [feature]}
 * @param upper upper end of the central 95 %, {@code [feature]}
 */
public record Band(double[] expected, double[] lower, double[] upper) {

  /** No forecast. */
  public static final Band NONE = new Band(new double[0], new double[0], new double[0]);

  /** Whether there was a forecast. */
  public boolean isPresent() {
    return expected.length > 0;
  }
}
