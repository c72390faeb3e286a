package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * The courses that one series took: at most {@value #PROTOTYPES} patterns that lie far apart, and
 * how far the present one is from all of them, in its quick parts and in its slow ones.
 *
 * <p>Every {@value #STRIDE}th pattern is kept, and enters {@value #DELAY} points after it was seen,
 * so that an anomaly is not its own precedent. When the memory is full, one of the two that are
 * closest to each other gives way to a pattern that is further from all (incremental clustering:
 * Charikar et al. 2004, section 3; a new category for what resembles none: Carpenter, Grossberg
 * &amp; Rosen 1991). A rare pattern thus stays as long as it is unlike the others.
 *
 * <p>A pattern is {@code [}{@value #SIZE}{@code ]}: first the {@value #SHARED} values that count
 * for both distances, then the {@value #OWN} that count for the quick one, then those for the slow
 * one. Stored in bytes, {@value #STEPS_PER_UNIT} steps a unit.
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

  /** What each byte stands for, from the smallest on: looked up faster than converted. */
  private static final float[] VALUES = values();

  private static final int USED = 0;

  /** With a full memory, one of the two prototypes that are closest to each other... */
  private static final int CLOSEST = 1;

  /** ...and the square of their distance in steps. */
  private static final int CLOSEST_SQUARE = 2;

  private static final int PLACES = CLOSEST_SQUARE + 4;
  private static final int RECENT = PLACES + PROTOTYPES * SIZE;
  private static final int MEMORY_SIZE = RECENT + SLOTS * SIZE;

  private final SeriesBytes bytes;
  private final int start;
  private final ClosestPair closest = new ClosestPair();

  private float quick = -1;
  private float slow = -1;

  /** Reserves its place, 209 bytes. */
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
   * Measures the distances of a pattern to the nearest ones remembered, {@link #quick} and {@link
   * #slow}. The smaller of two floats of 0 or more is that of the smaller bits, and of whole
   * numbers the processor finds it without a branch that it would guess wrong.
   *
   * @param pattern {@code [SIZE]}
   */
  void measure(float[] pattern) {
    float shared0 = pattern[0];
    float shared1 = pattern[1];
    float shared2 = pattern[2];
    float quick0 = pattern[3];
    float quick1 = pattern[4];
    float slow0 = pattern[5];
    float slow1 = pattern[6];
    int nearestQuick = Integer.MAX_VALUE;
    int nearestSlow = Integer.MAX_VALUE;
    byte[] prototypes = bytes.array();
    int first = start + PLACES;
    int used = prototypes[start + USED];
    for (int at = first; at < first + used * SIZE; at += SIZE) {
      float shared =
          square(shared0, prototypes[at])
              + square(shared1, prototypes[at + 1])
              + square(shared2, prototypes[at + 2]);
      float own = square(quick0, prototypes[at + 3]) + square(quick1, prototypes[at + 4]);
      nearestQuick = Math.min(nearestQuick, Float.floatToRawIntBits(shared + own));
      own = square(slow0, prototypes[at + 5]) + square(slow1, prototypes[at + 6]);
      nearestSlow = Math.min(nearestSlow, Float.floatToRawIntBits(shared + own));
    }
    quick = used == 0 ? -1 : (float) Math.sqrt(Float.intBitsToFloat(nearestQuick));
    slow = used == 0 ? -1 : (float) Math.sqrt(Float.intBitsToFloat(nearestSlow));
  }

  /** In units of the pattern; negative while nothing is remembered. */
  float quick() {
    return quick;
  }

  /** In units of the pattern; negative while nothing is remembered. */
  float slow() {
    return slow;
  }

  private static float square(float value, byte steps) {
    float difference = value - VALUES[steps - Byte.MIN_VALUE];
    return difference * difference;
  }

  /**
   * Takes in the pattern of {@value #DELAY} points ago, and keeps this one for then.
   *
   * @param count patterns measured before
   */
  void learn(float[] pattern, int count) {
    if (count % STRIDE != 0) {
      return;
    }
    int slot = start + RECENT + count / STRIDE % SLOTS * SIZE;
    if (count >= DELAY) {
      remember(slot);
    }
    for (int i = 0; i < SIZE; i++) {
      int steps = Math.round(pattern[i] * STEPS_PER_UNIT);
      bytes.putByte(slot + i, Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps)));
    }
  }

  private void remember(int slot) {
    int used = bytes.getByte(start + USED);
    boolean full = used == PROTOTYPES;
    if (!isFurther(slot, used, full ? bytes.getInt(start + CLOSEST_SQUARE) : 0)) {
      return;
    }
    place(slot, full ? bytes.getByte(start + CLOSEST) : used);
    used = Math.min(PROTOTYPES, used + 1);
    bytes.putByte(start + USED, used);
    if (used == PROTOTYPES) {
      findClosest();
    }
  }

  /** Whether the squares of a pattern's distances to all prototypes are above this one. */
  private boolean isFurther(int slot, int used, int square) {
    int i = 0;
    while (i < used && square(slot, prototype(i), square + 1) > square) {
      i++;
    }
    return i == used;
  }

  private int prototype(int index) {
    return start + PLACES + index * SIZE;
  }

  private void place(int slot, int index) {
    System.arraycopy(bytes.array(), slot, bytes.array(), prototype(index), SIZE);
  }

  private void findClosest() {
    closest.find(bytes, start + PLACES);
    bytes.putByte(start + CLOSEST, closest.earlier());
    bytes.putInt(start + CLOSEST_SQUARE, closest.square());
  }

  /**
   * The square of the distance of two patterns in steps, or less of it where that is no smaller
   * than the bound already, as with most pairs; written out, three times as fast.
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
