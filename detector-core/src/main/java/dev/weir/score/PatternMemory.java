package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The courses that one series took: at most {@value #PROTOTYPES} patterns that lie far apart, and
 * how far the present one is from all of them.
 *
 * <p>A pattern enters {@value #DELAY} points after it was seen, so that an anomaly is not its own
 * precedent. When the memory is full, one of the two that are closest to each other gives way to a
 * pattern that is further from all (incremental clustering: Charikar et al. 2004, section 3; a new
 * category for what resembles none: Carpenter, Grossberg &amp; Rosen 1991). A rare pattern thus
 * stays as long as it is unlike the others.
 *
 * <p>Stored in bytes, {@value #STEPS_PER_UNIT} steps a unit.
 */
final class PatternMemory {

  static final int SIZE = 5;
  static final int PROTOTYPES = 32;
  static final int DELAY = 20;

  private static final int STEPS_PER_UNIT = 20;
  private static final float UNIT = 1f / STEPS_PER_UNIT;

  private final byte[] prototypes = new byte[PROTOTYPES * SIZE];
  private final byte[] recent = new byte[DELAY * SIZE];
  private int used;

  /**
   * One of the two that are closest to each other, and the square of their distance in steps;
   * follows from the prototypes.
   */
  private int closest;

  private int closestSquare = Integer.MAX_VALUE;

  /**
   * Distance of a pattern to the nearest one remembered.
   *
   * @param pattern {@code [SIZE]}
   * @return in units of the pattern; negative while nothing is remembered
   */
  float distance(float[] pattern) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int at = 0; at < used * SIZE; at += SIZE) {
      nearest = Math.min(nearest, square(pattern, at));
    }
    return used == 0 ? -1 : (float) Math.sqrt(nearest);
  }

  private float square(float[] pattern, int at) {
    float sum = 0;
    for (int i = 0; i < SIZE; i++) {
      float difference = pattern[i] - prototypes[at + i] * UNIT;
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * Takes in the pattern of {@value #DELAY} points ago, and keeps this one for then.
   *
   * @param count patterns learnt before
   */
  void learn(float[] pattern, int count) {
    int slot = count % DELAY * SIZE;
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
