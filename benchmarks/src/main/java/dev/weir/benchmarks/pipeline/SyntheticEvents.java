package dev.weir.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * JSON events of 107 bytes (some more above a million series), one of every series a minute: each
 * series a daily pattern of its own phase, and noise. Within a minute the series come in an order
 * that jumps through them, so that no state is in a processor's cache by chance.
 */
final class SyntheticEvents {

  private static final long FIRST_MILLIS = 1_722_945_600_000L;
  private static final long INTERVAL_MILLIS = 60_000;
  private static final int MINUTES_A_DAY = 1440;
  private static final int NOISES = 1 << 16;
  private static final int UNITS = 10_000;
  private static final int HOSTS_OF_RACK = 10_000;
  private static final String TAIL = ",\"unit\":\"percent\",\"region\":\"e1\"}";

  /** Golden section of 2^32, odd: its multiples spread evenly. */
  private static final long JUMP = 2_654_435_761L;

  private final int keys;
  private final int stride;
  private final int[] day = new int[MINUTES_A_DAY];
  private final int[] noise = new int[NOISES];

  SyntheticEvents(int keys) {
    this.keys = keys;
    this.stride = coprime(keys);
    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
      day[minute] = (int) (UNITS * (50 + 20 * Math.sin(2 * Math.PI * minute / MINUTES_A_DAY)));
    }
    Random random = new Random(1);
    for (int i = 0; i < NOISES; i++) {
      noise[i] = (int) (UNITS * Math.max(-15, Math.min(15, 2 * random.nextGaussian())));
    }
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
    return json(number, FIRST_MILLIS + number / keys * INTERVAL_MILLIS);
  }

  /** The event of this number at a given time, milliseconds since 1970. */
  byte[] json(long number, long millis) {
    int key = key(number);
    int value = value(key, number);
    return ("{\"series\":\""
            + series(key)
            + "\",\"time\":"
            + millis
            + ",\"value\":"
            + value / UNITS
            + "."
            + padded(value % UNITS, 4)
            + TAIL)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Ten-thousandths, two digits before the point. */
  private int value(int key, long number) {
    long minute = number / keys + 7L * key;
    return day[(int) (minute % MINUTES_A_DAY)] + noise[(int) (number * JUMP >>> 16) & (NOISES - 1)];
  }
}
