package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  private final byte[] prototypes = new byte[PROTOTYPES * SIZE];
  private final byte[] recent = new byte[SLOTS * SIZE];
  private int used;
  private float quick = -1;
  private float slow = -1;

  /**
   * One of the two that are closest to each other, and the square of their distance in steps;
   * follows from the prototypes.
   */
  private int closest;

  private int closestSquare = Integer.MAX_VALUE;

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
    for (int at = 0; at < used * SIZE; at += SIZE) {
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
    float difference = value - steps * UNIT;
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
    int slot = count / STRIDE % SLOTS * SIZE;
    if (count >= DELAY) {
      remember(slot);
    }
    for (int i = 0; i < SIZE; i++) {
      int steps = Math.round(pattern[i] * STEPS_PER_UNIT);
      recent[slot + i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps));
    }
  }

  private void remember(int slot) {
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < used; i++) {
      nearest = Math.min(nearest, square(recent, slot, i));
    }
    if (used < PROTOTYPES) {
      if (nearest > 0) {
        place(slot, used++);
      }
    } else if (nearest > closestSquare) {
      place(slot, closest);
    }
  }

  private void place(int slot, int index) {
    System.arraycopy(recent, slot, prototypes, index * SIZE, SIZE);
    findClosest();
  }

  private void findClosest() {
    closestSquare = Integer.MAX_VALUE;
    for (int i = 1; i < used; i++) {
      for (int j = 0; j < i; j++) {
        pair(i, j);
      }
    }
  }

  private void pair(int i, int j) {
    int square = square(prototypes, i * SIZE, j);
    if (square < closestSquare) {
      closestSquare = square;
      closest = j;
    }
  }

  private int square(byte[] patterns, int at, int index) {
    int sum = 0;
    for (int i = 0; i < SIZE; i++) {
      int difference = patterns[at + i] - prototypes[index * SIZE + i];
      sum += difference * difference;
    }
    return sum;
  }

  /** Writes 1 byte, then 1 a value of each pattern. */
  void write(DataOutput out) throws IOException {
    out.writeByte(used);
    out.write(prototypes);
    out.write(recent);
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    used = in.readByte();
    in.readFully(prototypes);
    in.readFully(recent);
    findClosest();
  }
}
