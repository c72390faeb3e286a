// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Load of a synthetic series over a day, without its noise, in percent. */
enum LoadCurve {
  /** A sine wave per day. */
  DAILY(minute -> 50 + 20 * Math.sin(2 * Math.PI * minute / LoadCurve.MINUTES_PER_DAY)),
  /** Always the same load. */
  CONSTANT(minute -> 50),
  /** A job of ten minutes in each hour. */
  HOURLY_JOB(minute -> minute % 60 < 10 ? 70 : 30),
  /** A high load for ten hours of the day. */
  OFFICE_HOURS(minute -> minute < 600 ? 65 : 30);

  static final int MINUTES_PER_DAY = 1440;

  /** Fixed-point unit of {@link #at}: a ten-thousandth of a percent. */
  static final int UNITS = 10_000;

  private final int[] day;

  LoadCurve(IntToDoubleFunction percent) {
    day =
        IntStream.range(0, MINUTES_PER_DAY)
            .map(minute -> (int) (UNITS * percent.applyAsDouble(minute)))
            .toArray();
  }

  /**
   * The load at a minute, in ten-thousandths of a percent.
   *
   * @param minute minutes since the curve's start, 0 or more; the curve repeats after a day
   */
  int at(long minute) {
    return day[(int) (minute % MINUTES_PER_DAY)];
  }
}
