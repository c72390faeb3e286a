// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Load of a synthetic series over one day in percent, without noise. */
enum LoadCurve {
  /** A sine wave. */
  DAILY(minute -> 50 + 20 * Math.sin(2 * Math.PI * minute / LoadCurve.MINUTES_PER_DAY)),
  /** A constant load. */
  CONSTANT(minute -> 50),
  /** A job that runs ten minutes every hour. */
  HOURLY_JOB(minute -> minute % 60 < 10 ? 70 : 30),
  /** A high load for ten hours a day. */
  OFFICE_HOURS(minute -> minute < 600 ? 65 : 30);

  static final int MINUTES_PER_DAY = 1440;

  /** Value of one percent in {@link #at}. */
  static final int UNITS_PER_PERCENT = 10_000;

  private final int[] day;

  LoadCurve(IntToDoubleFunction percent) {
    day =
        IntStream.range(0, MINUTES_PER_DAY)
            .map(minute -> (int) (UNITS_PER_PERCENT * percent.applyAsDouble(minute)))
            .toArray();
  }

  /**
   * The load at a minute, in ten-thousandths of a percent.
   *
   * @param minute minutes since the start of the curve, 0 or more; the curve repeats daily
   */
  int at(long minute) {
    return day[(int) (minute % MINUTES_PER_DAY)];
  }
}
