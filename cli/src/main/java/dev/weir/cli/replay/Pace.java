// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Speed of a replay: a multiple of real time, or without waiting. */
public final class Pace {

  private static final double NO_WAITING = Double.POSITIVE_INFINITY;
  private static final double NANOS_PER_MILLI = 1e6;

  private final double factor;
  private long startNanos;
  private long startMillis = Long.MIN_VALUE;

  private Pace(double factor) {
    this.factor = factor;
  }

  /** Returns a multiple of real time. */
  public static Pace times(double factor) {
    return new Pace(factor);
  }

  /**
   * Parses a speed.
   *
   * @param text {@code max}, {@code realtime}, or a multiple of real time such as {@code 60x}
   * @throws IllegalArgumentException if it is none of these
   */
  public static Pace of(String text) {
    return switch (text) {
      case "max" -> new Pace(NO_WAITING);
      case "realtime" -> new Pace(1);
      default -> new Pace(factor(text));
    };
  }

  private static double factor(String text) {
    String number = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
    try {
      double factor = Double.parseDouble(number);
      if (factor > 0) {
        return factor;
      }
    } catch (NumberFormatException e) {
      throw refused(text, e);
    }
    throw refused(text, null);
  }

  private static IllegalArgumentException refused(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "speed must be max, realtime, or a multiple of real time such as 60x: speed=" + text,
        cause);
  }

  /**
   * Waits until an event of this time is due.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public void await(long eventMillis) throws InterruptedException {
    if (factor == NO_WAITING) {
      return;
    }
    if (startMillis == Long.MIN_VALUE) {
      startMillis = eventMillis;
      startNanos = System.nanoTime();
    }
    long due = startNanos + (long) ((eventMillis - startMillis) / factor * NANOS_PER_MILLI);
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
  }
}
