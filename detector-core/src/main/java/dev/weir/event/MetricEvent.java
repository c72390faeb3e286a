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
    requireNamed(series.isBlank());
    requireValues(values, values.length);
  }

  /** Whether a value may be part of an event. */
  public static boolean accepts(double value) {
    return Math.abs(value) <= LARGEST_MAGNITUDE;
  }

  /**
   * The rule of a series' name.
   *
   * @throws IllegalArgumentException where it is broken
   */
  static void requireNamed(boolean blank) {
    if (blank) {
      throw new IllegalArgumentException("series must not be blank");
    }
  }

  /**
   * The rules of an event's values.
   *
   * @param count how many of the values are the event's
   * @throws IllegalArgumentException where a rule is broken
   */
  static void requireValues(double[] values, int count) {
    if (count == 0) {
      throw new IllegalArgumentException("an event needs at least one value, found 0");
    }
    for (int feature = 0; feature < count; feature++) {
      if (!accepts(values[feature])) {
        throw unacceptable(feature, values[feature]);
      }
    }
  }

  private static IllegalArgumentException unacceptable(int feature, double value) {
    return new IllegalArgumentException(
        "values must be finite and at most "
            + LARGEST_MAGNITUDE
            + " in magnitude: value["
            + feature
            + "]="
            + value);
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
