// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Generator of JSON events of 107 bytes (a few more above a million series): one event per series
 * and minute, a load curve plus noise. Neighbouring series have different phases. Within a minute,
 * the order of the series jumps, so that no state is in a processor's cache by chance.
 */
final class SyntheticEvents {

  private static final long FIRST_MILLIS = 1_722_945_600_000L;
  private static final long INTERVAL_MILLIS = 60_000;

  /** Distance between the phases of a series and the next: coprime to the minutes of a day. */
  private static final long PHASE_MINUTES = 7;

  private static final int NOISES = 1 << 16;
  private static final int HOSTS_OF_RACK = 10_000;
  private static final String TAIL = ",\"unit\":\"percent\",\"region\":\"e1\"}";

  /** Golden section of 2^32, odd: its multiples spread evenly. */
  private static final long JUMP = 2_654_435_761L;

  private final int keys;
  private final int stride;
  private final List<LoadCurve> curves;
  private final long firstMinute;
  private final int[] noise = new int[NOISES];

  private SyntheticEvents(int keys, List<LoadCurve> curves, long firstMinute) {
    this.keys = keys;
    this.stride = coprime(keys);
    this.curves = curves;
    this.firstMinute = firstMinute;
    Random random = new Random(1);
    for (int i = 0; i < NOISES; i++) {
      noise[i] = (int) (LoadCurve.UNITS * Math.max(-15, Math.min(15, 2 * random.nextGaussian())));
    }
  }

  /** Series that all have a sine wave per day. */
  static SyntheticEvents daily(int keys) {
    return new SyntheticEvents(keys, List.of(LoadCurve.DAILY), 0);
  }

  /** Series with all load curves, the same number of each. */
  static SyntheticEvents mixed(int keys) {
    return new SyntheticEvents(keys, List.of(LoadCurve.values()), 0);
  }

  /** The same series, with event 0 at a later minute. */
  SyntheticEvents startingAt(long minute) {
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

  /** The series of the event of this number, 0 on. */
  int key(long number) {
    return (int) (number % keys * stride % keys);
  }

  /** The name of a series. */
  static String series(int key) {
    return "rack-"
        + padded(key / HOSTS_OF_RACK, 2)
        + "/host-"
        + padded(key % HOSTS_OF_RACK, 4)
        + "/cpu.user";
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /** The event of this number, 0 on, at its own time. */
  byte[] json(long number) {
    return json(number, millis(firstMinute + number / keys));
  }

  /** Time of a minute, 0 on, in milliseconds since 1970. */
  static long millis(long minute) {
    return FIRST_MILLIS + minute * INTERVAL_MILLIS;
  }

  /** The event of this number at a given time, milliseconds since 1970. */
  byte[] json(long number, long millis) {
    int key = key(number);
    int value = value(key, firstMinute * keys + number);
    return ("{\"series\":\""
            + series(key)
            + "\",\"time\":"
            + millis
            + ",\"value\":"
            + value / LoadCurve.UNITS
            + "."
            + padded(value % LoadCurve.UNITS, 4)
            + TAIL)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Ten-thousandths, two digits before the point. */
  private int value(int key, long number) {
    long minute = number / keys + PHASE_MINUTES * key;
    return curves.get(key % curves.size()).at(minute)
        + noise[(int) ((number * JUMP) >>> 16) & (NOISES - 1)];
  }
}
