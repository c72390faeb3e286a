package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * Finds which two prototypes of {@link PatternMemory} are closest to each other. Scratch space: one
 * a thread.
 *
 * <p>Of two patterns {@code |a - b|^2 = |a|^2 + |b|^2 - 2ab}, and one product of {@code long}s adds
 * up the products of three values: with those of {@code a} in fields of {@value #FIELD} bits in
 * order and those of {@code b} backwards, the sum stands in the third field. So a pair takes three
 * multiplications and none of the branches that the processor guesses wrong, half the time of
 * squaring differences.
 */
final class ClosestPair {

  /** A sum of products of bytes, one for each value of a pattern, fits. */
  private static final int FIELD = 21;

  private static final long FIELD_MASK = (1L << FIELD) - 1;
  private static final int PRODUCT = 2 * FIELD;

  /** Makes signed bytes unsigned ones, which are as far from each other. */
  private static final long SIGNS = 0x8080808080808080L;

  private static final int BYTE_MASK = 0xFF;

  /** Bytes that make up one product. */
  private static final int FACTORS = 3;

  /** An index stands below a square, so that the least of both says where it was. */
  private static final int INDEX_BITS = 5;

  private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

  private final long[] backwards0 = new long[PatternMemory.PROTOTYPES];
  private final long[] backwards1 = new long[PatternMemory.PROTOTYPES];
  private final long[] backwards2 = new long[PatternMemory.PROTOTYPES];

  /** Of each pattern's values, above its index. */
  private final int[] squares = new int[PatternMemory.PROTOTYPES];

  private int earlier;
  private int square;

  /**
   * Compares all pairs; of those equally close the first stays.
   *
   * @param at where the prototypes stand, one behind the other, with another byte behind the last
   */
  void find(SeriesBytes bytes, int at) {
    square = Integer.MAX_VALUE;
    for (int i = 0; i < PatternMemory.PROTOTYPES; i++) {
      compare(i, bytes.getLong(at + i * PatternMemory.SIZE) ^ SIGNS);
    }
  }

  /** Index of the earlier of the two. */
  int earlier() {
    return earlier;
  }

  /** The square of their distance, in steps. */
  int square() {
    return square;
  }

  /** A pattern with all before it. */
  private void compare(int i, long pattern) {
    long next = pattern >>> FACTORS * Byte.SIZE;
    long last = next >>> FACTORS * Byte.SIZE & BYTE_MASK;
    long a0 = inOrder(pattern);
    long a1 = inOrder(next);
    backwards0[i] = backwards(pattern);
    backwards1[i] = backwards(next);
    backwards2[i] = last << PRODUCT;
    int own = product(a0, a1, last, i);
    squares[i] = own << INDEX_BITS | i;
    int least = Integer.MAX_VALUE;
    for (int j = 0; j < i; j++) {
      least = Math.min(least, squares[j] - (product(a0, a1, last, j) << 1 + INDEX_BITS));
    }
    keep(i, own + (least >> INDEX_BITS), least & INDEX_MASK);
  }

  private void keep(int i, int found, int j) {
    if (i > 0 && found < square) {
      square = found;
      earlier = j;
    }
  }

  /** The three lowest bytes, a field each. */
  private static long inOrder(long bytes) {
    return bytes & BYTE_MASK
        | (bytes & BYTE_MASK << Byte.SIZE) << FIELD - Byte.SIZE
        | (bytes & BYTE_MASK << 2 * Byte.SIZE) << PRODUCT - 2 * Byte.SIZE;
  }

  /** The same the other way round. */
  private static long backwards(long bytes) {
    return (bytes & BYTE_MASK) << PRODUCT
        | (bytes & BYTE_MASK << Byte.SIZE) << FIELD - Byte.SIZE
        | bytes >>> 2 * Byte.SIZE & BYTE_MASK;
  }

  /** Scalar product of the pattern spread over three {@code long}s and pattern j. */
  private int product(long a0, long a1, long a2, int j) {
    long sum = a0 * backwards0[j] + a1 * backwards1[j] + a2 * backwards2[j];
    return (int) (sum >>> PRODUCT & FIELD_MASK);
  }
}
