package dev.weir.event;

import java.util.Arrays;

/**
 * One observation of one series, as it arrived.
 *
 * @param series name of the series, the key that everything per series hangs on; not blank
 * @param timeMillis event time, milliseconds since 1970-01-01T00:00:00Z
 * @param values one finite value per feature, {@code [feature]}; owned by the event, not copied
 */
public record MetricEvent(String series, long timeMillis, double[] values) {

  /**
   * Larger values are refused: the differences and means that later stages take of them in {@code
   * float} would overflow, and the series' state would hold infinities for good.
   */
  public static final double LARGEST_MAGNITUDE = 1e30;

  /**
   * @throws IllegalArgumentException where the series is blank, or the values are none, not finite
   *     or beyond {@link #LARGEST_MAGNITUDE}
   */
  public MetricEvent {
    if (series.isBlank()) {
      throw new IllegalArgumentException("series must not be blank");
    }
    requireMeasurable(values);
  }

  /** Whether a value may be part of an event. */
  public static boolean accepts(double value) {
    return Math.abs(value) <= LARGEST_MAGNITUDE;
  }

  private static void requireMeasurable(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("an event needs at least one value, found 0");
    }
    for (int feature = 0; feature < values.length; feature++) {
      if (!accepts(values[feature])) {
        throw new IllegalArgumentException(
            "values must be finite and at most "
                + LARGEST_MAGNITUDE
                + " in magnitude: value["
                + feature
                + "]="
                + values[feature]);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricEvent event
        && series.equals(event.series)
        && timeMillis == event.timeMillis
        && Arrays.equals(values, event.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * series.hashCode() + Long.hashCode(timeMillis)) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return series + "@" + timeMillis + Arrays.toString(values);
  }
}
