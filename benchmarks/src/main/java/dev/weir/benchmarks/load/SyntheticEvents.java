// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Generator of JSON events of 107 bytes (a few more above a million series): one event per series
 * and minute, a load curve plus noise.
 *
 * <p>Adjacent series have different phases. Within a minute, the order of the series jumps, so that
 * no state is in a CPU cache by chance.
 */
public final class SyntheticEvents {

  /** Number of different phases. */
  public static final int PHASES = LoadCurve.MINUTES_PER_DAY;

  private static final long FIRST_MILLIS = 1_722_945_600_000L;
  private static final long INTERVAL_MILLIS = 60_000;

  /** Phase difference of adjacent series: coprime to the minutes of a day. */
  private static final long PHASE_MINUTES = 7;

  private static final int NOISE_VALUES = 1 << 16;
  private static final int HOSTS_PER_RACK = 10_000;
  private static final String IGNORED_FIELDS = ",\"unit\":\"percent\",\"region\":\"e1\"}";

  /** 2^32 divided by the golden ratio, odd: its multiples spread evenly. */
  private static final long NOISE_STRIDE = 2_654_435_761L;

  private final int keys;
  private final int stride;
  private final List<LoadCurve> curves;
  private final long firstMinute;
  private final int[] noise = new int[NOISE_VALUES];

  private SyntheticEvents(int keys, List<LoadCurve> curves, long firstMinute) {
    this.keys = keys;
    this.stride = coprime(keys);
    this.curves = curves;
    this.firstMinute = firstMinute;
    Random random = new Random(1);
    for (int i = 0; i < NOISE_VALUES; i++) {
      noise[i] =
          (int)
              (LoadCurve.UNITS_PER_PERCENT
                  * Math.max(-15, Math.min(15, 2 * random.nextGaussian())));
    }
  }

  /** Series with a daily sine wave. */
  public static SyntheticEvents daily(int keys) {
    return new SyntheticEvents(keys, List.of(LoadCurve.DAILY), 0);
  }

  /** Series with all load curves in equal numbers. */
  public static SyntheticEvents mixed(int keys) {
    return new SyntheticEvents(keys, List.of(LoadCurve.values()), 0);
  }

  /** The same series; the first event is at the given minute. */
  public SyntheticEvents startingAt(long minute) {
    return new SyntheticEvents(keys, curves, minute);
  }

  private static int coprime(int keys) {
    int candidate = Math.max(1, (int) (0.618 * keys));
    while (gcd(candidate, keys) != 1) {
      candidate++;
    }
    return candidate;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Series of an event, 0 to {@code keys - 1}. */
  public int key(long number) {
    return (int) (number % keys * stride % keys);
  }

  /** Name of a series. */
  public static String series(int key) {
    return "rack-"
        + padded(key / HOSTS_PER_RACK, 2)
        + "/host-"
        + padded(key % HOSTS_PER_RACK, 4)
        + "/cpu.user";
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /**
   * An event as JSON.
   *
   * @param number 0 or more
   */
  public byte[] json(long number) {
    return json(number, millis(firstMinute + number / keys));
  }

  /** Time of a minute, 0 or more, in milliseconds since 1970. */
  public static long millis(long minute) {
    return FIRST_MILLIS + minute * INTERVAL_MILLIS;
  }

  /** An event with another time, in milliseconds since 1970. */
  byte[] json(long number, long millis) {
    int key = key(number);
    int value = value(key, firstMinute * keys + number);
    return ("{\"series\":\""
            + series(key)
            + "\",\"time\":"
            + millis
            + ",\"value\":"
            + value / LoadCurve.UNITS_PER_PERCENT
            + "."
            + padded(value % LoadCurve.UNITS_PER_PERCENT, 4)
            + IGNORED_FIELDS)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In ten-thousandths; two digits before the point. */
  private int value(int key, long number) {
    long minute = number / keys + PHASE_MINUTES * key;
    return curves.get(key % curves.size()).at(minute)
        + noise[(int) ((number * NOISE_STRIDE) >>> 16) & (NOISE_VALUES - 1)];
  }
}
