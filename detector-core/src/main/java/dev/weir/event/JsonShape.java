package dev.weir.event;

/**
 * What stood between the fields of the last record. The records of a producer are of one shape:
 * where the bytes up to the next field are those of the last record, they mean the same and need
 * not be read again, but compared, a word at a time and without waiting for where a name ends.
 *
 * <p>What differs is read and becomes what is expected next, so records of any shapes may be mixed.
 */
final class JsonShape {

  /** Name of what is behind the last field. */
  static final long END = -1;

  /** Name of what isn't foreseen. */
  static final long UNKNOWN = 0;

  /** Fields and the end; a record of more is read as any other from there on. */
  private static final int GAPS = 8;

  /** Bytes of a gap; a longer one is read each time. */
  private static final int LONGEST = 256;

  private final byte[] gaps = new byte[GAPS * LONGEST];
  private final int[] lengths = new int[GAPS];
  private final long[] names = new long[GAPS];
  private int gap;
  private int value;

  /** Starts with another record. */
  void start() {
    gap = -1;
  }

  /** The name of the next field, if what stands before it is as it was; else {@link #UNKNOWN}. */
  long next(byte[] record, int at) {
    gap = Math.min(gap + 1, GAPS - 1);
    int length = lengths[gap];
    boolean foreseen =
        Swar.equal(record, at, gaps, gap * LONGEST, length)
            && (names[gap] != END || at + length == record.length);
    value = at + length;
    return foreseen ? names[gap] : UNKNOWN;
  }

  /** Index of the field's value, where {@link #next} knew it. */
  int value() {
    return value;
  }

  /** Expects these bytes before this field from now on. */
  void learn(byte[] record, int from, int to, long name) {
    boolean fits = to - from <= LONGEST && gap < GAPS - 1;
    lengths[gap] = fits ? to - from : 0;
    names[gap] = fits ? name : UNKNOWN;
    System.arraycopy(record, from, gaps, gap * LONGEST, lengths[gap]);
  }
}
