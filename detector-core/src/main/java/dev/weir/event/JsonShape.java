// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * The bytes between the field values of the last record. The records of a producer mostly differ in
 * their values only. If the bytes before the next value equal those of the last record, the name of
 * the field is known without parsing. Comparing takes a word at a time.
 *
 * <p>Bytes that differ are parsed and become the expected bytes, so that records of different
 * shapes may be mixed.
 */
final class JsonShape {

  /** Stands for the end of the record. */
  static final long END = -1;

  /** Stands for a field that must be parsed. */
  static final long UNKNOWN = 0;

  /** Number of gaps that are kept; the fields after them are always parsed. */
  private static final int GAPS = 8;

  /** Length of the longest gap that is kept, in bytes. */
  private static final int MAX_LENGTH = 256;

  private final byte[] gaps = new byte[GAPS * MAX_LENGTH];
  private final int[] lengths = new int[GAPS];
  private final long[] names = new long[GAPS];
  private int gap;
  private int value;

  /** Starts a record. */
  void start() {
    gap = -1;
  }

  /** Returns the packed name of the next field if its gap is as expected, else {@link #UNKNOWN}. */
  long next(byte[] record, int at) {
    gap = Math.min(gap + 1, GAPS - 1);
    int length = lengths[gap];
    boolean expected =
        Swar.equal(record, at, gaps, gap * MAX_LENGTH, length)
            && (names[gap] != END || at + length == record.length);
    value = at + length;
    return expected ? names[gap] : UNKNOWN;
  }

  /** Index of the value of the field that {@link #next} returned. */
  int value() {
    return value;
  }

  /** Stores the gap before a field. */
  void store(byte[] record, int from, int to, long name) {
    boolean fits = to - from <= MAX_LENGTH && gap < GAPS - 1;
    lengths[gap] = fits ? to - from : 0;
    names[gap] = fits ? name : UNKNOWN;
    System.arraycopy(record, from, gaps, gap * MAX_LENGTH, lengths[gap]);
  }
}
