package dev.weir.score;

import dev.weir.state.SeriesBytes;

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

  private static final int VIEW_SIZE = WORDS * Long.BYTES;

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

  /** As many bits as say by how much a {@code long} is shifted, which takes no others. */
  private static final int SHIFT_BITS = 6;

  /**
   * Of each bin, where its word starts, above by how much that is shifted: looked up faster than
   * divided. Above the last bin are the bits of the last word that no count has, zeros.
   */
  private static final int[] PLACES = places();

  /** One more in each bin up to this one, {@code [bin][WORDS]}. */
  private static final long[] LEARN = learn();

  private final SeriesBytes bytes;
  private final int start;

  /**
   * Reserves its place, 32 bytes a view.
   *
   * @param views how many histograms
   */
  TailHistograms(SeriesBytes bytes, int views) {
    this.bytes = bytes;
    start = bytes.reserve(views * VIEW_SIZE);
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

  private static int[] places() {
    int[] places = new int[BINS + 1];
    for (int bin = 0; bin < BINS; bin++) {
      places[bin] = bin / COUNTS_A_WORD * Long.BYTES << SHIFT_BITS | shift(bin);
    }
    places[BINS] = places[BINS - 1] + COUNT_BITS;
    return places;
  }

  /**
   * Judges each view's magnitude, then learns it.
   *
   * @param magnitudes {@code [view]}; one below 0 or NaN is none, and has probability 1
   * @param probabilities receives the answers, {@code [view]}
   */
  void judge(float[] magnitudes, double[] probabilities) {
    for (int view = 0; view < magnitudes.length; view++) {
      probabilities[view] = magnitudes[view] >= 0 ? judge(view, magnitudes[view]) : 1;
    }
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
    int at = start + view * VIEW_SIZE;
    int total = fromBin(at, 0);
    int above = fromBin(at, bin + 1);
    double reached = (fromBin(at, bin) - above) * (1 - notReached) + 0.5 + above;
    learn(at, bin, total + 1);
    return total <= FEWEST ? 1 : reached / (total + 1);
  }

  private int fromBin(int at, int bin) {
    int place = PLACES[bin];
    return (int) (bytes.getLong(at + (place >> SHIFT_BITS)) >>> place) & COUNT;
  }

  private void learn(int at, int bin, int total) {
    for (int i = 0; i < WORDS; i++) {
      int word = at + i * Long.BYTES;
      bytes.putLong(word, bytes.getLong(word) + LEARN[bin * WORDS + i]);
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
      int place = PLACES[bin];
      int word = at + (place >> SHIFT_BITS);
      long others = bytes.getLong(word) & ~((long) COUNT << place);
      bytes.putLong(word, others | (long) halvedAbove << place);
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
}
