// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * A search for the two closest prototypes of {@link PatternMemory}. It owns buffers: use one per
 * thread.
 *
 * <p>For two patterns {@code |a - b|^2 = |a|^2 + |b|^2 - 2ab}. A single product of two {@code
 * long}s computes the scalar product of three elements: if {@code a} is packed into fields of
 * {@value #FIELD} bits in order and {@code b} in reverse order, the third field of the product is
 * the sum. A pair thus takes three multiplications and no mispredicted branch, half the time of
 * squaring differences.
 */
final class ClosestPair {

  /** Bits of a field. It holds the scalar product of two patterns of unsigned bytes. */
  private static final int FIELD = 21;

  private static final long FIELD_MASK = (1L << FIELD) - 1;
  private static final int PRODUCT_SHIFT = 2 * FIELD;

  /** Flips the sign bits: signed bytes become unsigned bytes with the same differences. */
  private static final long SIGNS = 0x8080808080808080L;

  private static final int BYTE_MASK = 0xFF;

  /** Elements of one product. */
  private static final int FACTORS = 3;

  /** An index is packed below a square, so that a minimum also yields the index. */
  private static final int INDEX_BITS = 5;

  private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

  private final long[] reversed0 = new long[PatternMemory.PROTOTYPES];
  private final long[] reversed1 = new long[PatternMemory.PROTOTYPES];
  private final long[] reversed2 = new long[PatternMemory.PROTOTYPES];

  /** Squared norm of each pattern, with its index in the low bits. */
  private final int[] squares = new int[PatternMemory.PROTOTYPES];

  private int first;
  private int square;

  /**
   * Compares all pairs. Of equally close pairs it selects the first.
   *
   * @param offset offset of the prototypes, which are adjacent; at least one byte follows the last
   */
  void find(SeriesBytes bytes, int offset) {
    square = Integer.MAX_VALUE;
    for (int i = 0; i < PatternMemory.PROTOTYPES; i++) {
      compare(i, bytes.getLong(offset + i * PatternMemory.SIZE) ^ SIGNS);
    }
  }

  /** Index of the first prototype of the pair. */
  int first() {
    return first;
  }

  /** Squared distance of the pair, in steps. */
  int square() {
    return square;
  }

  /** Compares a pattern with all patterns before it. */
  private void compare(int i, long pattern) {
    long next = pattern >>> FACTORS * Byte.SIZE;
    long last = next >>> FACTORS * Byte.SIZE & BYTE_MASK;
    long a0 = inOrder(pattern);
    long a1 = inOrder(next);
    reversed0[i] = reversed(pattern);
    reversed1[i] = reversed(next);
    reversed2[i] = last << PRODUCT_SHIFT;
    int own = product(a0, a1, last, i);
    squares[i] = own << INDEX_BITS | i;
    int smallest = Integer.MAX_VALUE;
    for (int j = 0; j < i; j++) {
      smallest = Math.min(smallest, squares[j] - (product(a0, a1, last, j) << 1 + INDEX_BITS));
    }
    select(i, own + (smallest >> INDEX_BITS), smallest & INDEX_MASK);
  }

  private void select(int i, int candidate, int j) {
    if (i > 0 && candidate < square) {
      square = candidate;
      first = j;
    }
  }

  /** Packs the three lowest bytes into fields, in order. */
  private static long inOrder(long bytes) {
    return bytes & BYTE_MASK
        | (bytes & BYTE_MASK << Byte.SIZE) << FIELD - Byte.SIZE
        | (bytes & BYTE_MASK << 2 * Byte.SIZE) << PRODUCT_SHIFT - 2 * Byte.SIZE;
  }

  /** Packs the three lowest bytes into fields, in reverse order. */
  private static long reversed(long bytes) {
    return (bytes & BYTE_MASK) << PRODUCT_SHIFT
        | (bytes & BYTE_MASK << Byte.SIZE) << FIELD - Byte.SIZE
        | bytes >>> 2 * Byte.SIZE & BYTE_MASK;
  }

  /** Scalar product of pattern {@code j} and the pattern packed into three {@code long}s. */
  private int product(long a0, long a1, long a2, int j) {
    long sum = a0 * reversed0[j] + a1 * reversed1[j] + a2 * reversed2[j];
    return (int) (sum >>> PRODUCT_SHIFT & FIELD_MASK);
  }
}
