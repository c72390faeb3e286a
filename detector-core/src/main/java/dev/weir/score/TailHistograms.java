package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often one series showed magnitudes of each size, a histogram for each of several views: the
 * empirical tail probability of the next one.
 *
 * <p>{@value #BINS} bins, half an octave each; within a bin counts are taken as spread evenly. With
 * {@value #FULL} counted all are halved, so that old points fade: what a series did in its last
 * {@value #FULL} points is what it does.
 *
 * <p>Kept are the counts of a bin and all above it, 12 bits each, five in a {@code long}. So a tail
 * is two look-ups, and a magnitude is learnt by four additions, of {@link #LEARN}.
 */
final class TailHistograms {

  static final int BINS = 20;

  /** Words of a histogram. */
  static final int WORDS = 4;

  /** Magnitudes before the tail is believed. */
  private static final int FEWEST = 50;

  private static final int FULL = 3000;

  /** Lower edge of the first bin: 2 to the power of -7. */
  private static final int LOWEST_BITS = Float.floatToRawIntBits(0x1p-7f);

  /** A bin is half the range of a float's mantissa. */
  private static final int BIN_BITS = 22;

  private static final int LAST = (BINS << BIN_BITS) - 1;
  private static final float PART_OF_BIN = 1f / (1 << BIN_BITS);

  private static final int COUNT_BITS = 12;
  private static final int COUNT = (1 << COUNT_BITS) - 1;
  private static final int COUNTS_A_WORD = BINS / WORDS;

  /** One more in each bin up to this one, {@code [bin][WORDS]}. */
  private static final long[] LEARN = learn();

  private final long[] words;

  /**
   * @param views how many histograms
   */
  TailHistograms(int views) {
    words = new long[views * WORDS];
  }

  private static long[] learn() {
    long[] learn = new long[BINS * WORDS];
    for (int bin = 0; bin < BINS; bin++) {
      for (int lower = 0; lower <= bin; lower++) {
        learn[bin * WORDS + lower / COUNTS_A_WORD] += 1L << shift(lower);
      }
    }
    return learn;
  }

  private static int shift(int bin) {
    return COUNT_BITS * (bin % COUNTS_A_WORD);
  }

  /**
   * The part of the past that reached this magnitude, 1 while too little is known; then learns the
   * magnitude.
   *
   * @param magnitude 0 or more
   * @return above 0, 1 at most
   */
  double judge(int view, float magnitude) {
    int position = position(magnitude);
    int bin = position >> BIN_BITS;
    float notReached = (position & ((1 << BIN_BITS) - 1)) * PART_OF_BIN;
    int at = view * WORDS;
    int total = fromBin(at, 0);
    int above = bin + 1 == BINS ? 0 : fromBin(at, bin + 1);
    double reached = (fromBin(at, bin) - above) * (1 - notReached) + 0.5 + above;
    learn(at, bin, total + 1);
    return total <= FEWEST ? 1 : Math.min(1, reached / (total + 1));
  }

  private int fromBin(int at, int bin) {
    return (int) (words[at + bin / COUNTS_A_WORD] >>> shift(bin)) & COUNT;
  }

  private void learn(int at, int bin, int total) {
    for (int i = 0; i < WORDS; i++) {
      words[at + i] += LEARN[bin * WORDS + i];
    }
    if (total == FULL) {
      halve(at);
    }
  }

  private void halve(int at) {
    int above = 0;
    int halvedAbove = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      int reached = fromBin(at, bin);
      halvedAbove += (reached - above) >> 1;
      above = reached;
      long others = words[at + bin / COUNTS_A_WORD] & ~((long) COUNT << shift(bin));
      words[at + bin / COUNTS_A_WORD] = others | (long) halvedAbove << shift(bin);
    }
  }

  /**
   * Position among the bins, in 2 to the power of -22 of one; the bits of a positive float are its
   * logarithm to base 2, linear within an octave.
   */
  private static int position(float magnitude) {
    int position = Float.floatToRawIntBits(magnitude) - LOWEST_BITS;
    return Math.max(0, Math.min(LAST, position));
  }

  /** Writes 32 bytes a view. */
  void write(DataOutput out) throws IOException {
    for (long word : words) {
      out.writeLong(word);
    }
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readLong();
    }
  }
}
