// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * The patterns of one feature: at most {@value #PROTOTYPES} prototypes, and the distance of the
 * current pattern from the nearest prototype.
 *
 * <p>Every {@value #STRIDE}th pattern is a candidate. It is added {@value #DELAY} points later, so
 * that an anomaly is not compared with itself. When the memory is full, a candidate replaces one of
 * the two closest prototypes if it is further from all prototypes than these two are from each
 * other (incremental clustering: Charikar et al. 2004, section 3; a new category for an input that
 * matches none: Carpenter, Grossberg &amp; Rosen 1991). A rare pattern thus stays as long as it
 * differs from the others.
 *
 * <p>A pattern is {@code [}{@value #SIZE}{@code ]}: {@value #SHARED} elements that count for both
 * distances, then {@value #OWN} elements for the fast distance, then {@value #OWN} for the slow
 * distance. An element is stored in a byte, in steps of {@code 1 / }{@value #STEPS_PER_UNIT}.
 */
final class PatternMemory {

  static final int SHARED = 3;
  static final int OWN = 2;
  static final int SIZE = SHARED + 2 * OWN;
  static final int PROTOTYPES = 24;
  static final int STRIDE = 5;
  static final int DELAY = 25;

  private static final int STEPS_PER_UNIT = 20;
  private static final float UNIT = 1f / STEPS_PER_UNIT;
  private static final int SLOTS = DELAY / STRIDE;

  /** Value of each byte, from the smallest on: a lookup is faster than a conversion. */
  private static final float[] VALUES = values();

  private static final int USED = 0;

  /** Index of one of the two closest prototypes, of a full memory. */
  private static final int CLOSEST = 1;

  /** Squared distance of the two closest prototypes in steps, of a full memory. */
  private static final int CLOSEST_SQUARE = 2;

  private static final int FIRST_PROTOTYPE = CLOSEST_SQUARE + 4;

  /** The candidates of the last {@link #DELAY} points. */
  private static final int CANDIDATES = FIRST_PROTOTYPE + PROTOTYPES * SIZE;

  private static final int MEMORY_SIZE = CANDIDATES + SLOTS * SIZE;

  private final SeriesBytes bytes;
  private final int start;
  private final ClosestPair closest = new ClosestPair();

  private float fastDistance = -1;
  private float slowDistance = -1;

  /** Reserves the section of this state, 209 bytes. */
  PatternMemory(SeriesBytes bytes) {
    this.bytes = bytes;
    start = bytes.reserve(MEMORY_SIZE);
  }

  private static float[] values() {
    float[] values = new float[1 << Byte.SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (Byte.MIN_VALUE + i) * UNIT;
    }
    return values;
  }

  /**
   * Computes the distances of a pattern to the nearest prototypes, {@link #fastDistance} and {@link
   * #slowDistance}.
   *
   * <p>The minimum is taken over the bits of the floats. For floats of 0 or more it is the same,
   * and the minimum of two ints needs no branch, which the processor would often mispredict.
   *
   * @param pattern {@code [SIZE]}
   */
  void measure(float[] pattern) {
    float shared0 = pattern[0];
    float shared1 = pattern[1];
    float shared2 = pattern[2];
    float fast0 = pattern[3];
    float fast1 = pattern[4];
    float slow0 = pattern[5];
    float slow1 = pattern[6];
    int nearestFast = Integer.MAX_VALUE;
    int nearestSlow = Integer.MAX_VALUE;
    byte[] prototypes = bytes.array();
    int first = start + FIRST_PROTOTYPE;
    int used = prototypes[start + USED];
    for (int at = first; at < first + used * SIZE; at += SIZE) {
      float shared =
          square(shared0, prototypes[at])
              + square(shared1, prototypes[at + 1])
              + square(shared2, prototypes[at + 2]);
      float own = square(fast0, prototypes[at + 3]) + square(fast1, prototypes[at + 4]);
      nearestFast = Math.min(nearestFast, Float.floatToRawIntBits(shared + own));
      own = square(slow0, prototypes[at + 5]) + square(slow1, prototypes[at + 6]);
      nearestSlow = Math.min(nearestSlow, Float.floatToRawIntBits(shared + own));
    }
    fastDistance = used == 0 ? -1 : (float) Math.sqrt(Float.intBitsToFloat(nearestFast));
    slowDistance = used == 0 ? -1 : (float) Math.sqrt(Float.intBitsToFloat(nearestSlow));
  }

  /** Distance by the shared and the fast elements; negative if there is no prototype. */
  float fastDistance() {
    return fastDistance;
  }

  /** Distance by the shared and the slow elements; negative if there is no prototype. */
  float slowDistance() {
    return slowDistance;
  }

  private static float square(float value, byte steps) {
    float difference = value - VALUES[steps - Byte.MIN_VALUE];
    return difference * difference;
  }

  /**
   * Offers the candidate of {@value #DELAY} points ago to the prototypes, and stores this pattern
   * as a candidate.
   *
   * @param count number of previous patterns
   */
  void update(float[] pattern, int count) {
    if (count % STRIDE != 0) {
      return;
    }
    int slot = start + CANDIDATES + count / STRIDE % SLOTS * SIZE;
    if (count >= DELAY) {
      addPrototype(slot);
    }
    for (int i = 0; i < SIZE; i++) {
      int steps = Math.round(pattern[i] * STEPS_PER_UNIT);
      bytes.putByte(slot + i, Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps)));
    }
  }

  private void addPrototype(int slot) {
    int used = bytes.getByte(start + USED);
    boolean full = used == PROTOTYPES;
    if (!isFurtherThan(slot, used, full ? bytes.getInt(start + CLOSEST_SQUARE) : 0)) {
      return;
    }
    copyToPrototype(slot, full ? bytes.getByte(start + CLOSEST) : used);
    used = Math.min(PROTOTYPES, used + 1);
    bytes.putByte(start + USED, used);
    if (used == PROTOTYPES) {
      findClosest();
    }
  }

  /** Whether the squared distances from a candidate to all prototypes exceed {@code square}. */
  private boolean isFurtherThan(int slot, int used, int square) {
    int i = 0;
    while (i < used && square(slot, prototype(i), square + 1) > square) {
      i++;
    }
    return i == used;
  }

  private int prototype(int index) {
    return start + FIRST_PROTOTYPE + index * SIZE;
  }

  private void copyToPrototype(int slot, int index) {
    System.arraycopy(bytes.array(), slot, bytes.array(), prototype(index), SIZE);
  }

  private void findClosest() {
    closest.find(bytes, start + FIRST_PROTOTYPE);
    bytes.putByte(start + CLOSEST, closest.first());
    bytes.putInt(start + CLOSEST_SQUARE, closest.square());
  }

  /**
   * Squared distance of two patterns in steps. If a partial sum is at least {@code bound}, as for
   * most pairs, the partial sum is returned. The unrolled sum is three times as fast as a loop.
   */
  private int square(int pattern, int other, int bound) {
    byte[] patterns = bytes.array();
    int square =
        square(patterns[pattern] - patterns[other])
            + square(patterns[pattern + 1] - patterns[other + 1])
            + square(patterns[pattern + 2] - patterns[other + 2])
            + square(patterns[pattern + 3] - patterns[other + 3]);
    if (square >= bound) {
      return square;
    }
    return square
        + square(patterns[pattern + 4] - patterns[other + 4])
        + square(patterns[pattern + 5] - patterns[other + 5])
        + square(patterns[pattern + 6] - patterns[other + 6]);
  }

  private static int square(int steps) {
    return steps * steps;
  }
}
