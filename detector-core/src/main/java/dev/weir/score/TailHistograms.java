// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * Histograms of the magnitudes of one feature, from which the empirical tail probability of the
 * next magnitude is computed. There is one histogram per measure of {@link FeatureScorer}.
 *
 * <p>A histogram has {@value #BINS} bins of half an octave each. Within a bin the counts are taken
 * to be uniformly distributed. After {@value #MAX_COUNT} magnitudes all counts are halved, so that
 * old magnitudes fade.
 *
 * <p>Stored are cumulative counts: for each bin the count of this bin and all bins above it. A
 * count has 12 bits, and a {@code long} holds five. A tail probability thus takes two reads, and an
 * update four additions of a precomputed row of {@link #INCREMENTS}.
 */
final class TailHistograms {

  static final int BINS = 20;

  /** Words of a histogram. */
  static final int WORDS = 4;

  private static final int HISTOGRAM_SIZE = WORDS * Long.BYTES;

  /** A probability is 1 until the histogram has more magnitudes than this. */
  private static final int MIN_COUNT = 50;

  private static final int MAX_COUNT = 3000;

  /** Bits of the lower edge of the first bin, {@code 2^-7}. */
  private static final int LOWEST_BITS = Float.floatToRawIntBits(0x1p-7f);

  /** Bits of the position within a bin: a bin is half of the range of a float's mantissa. */
  private static final int BIN_BITS = 22;

  private static final int LAST_POSITION = (BINS << BIN_BITS) - 1;
  private static final float BINS_PER_POSITION = 1f / (1 << BIN_BITS);

  private static final int COUNT_BITS = 12;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int COUNTS_PER_WORD = BINS / WORDS;

  /** Number of low bits that a shift of a {@code long} uses; it ignores the others. */
  private static final int SHIFT_BITS = 6;

  /**
   * For each bin, the offset of its word and the shift of its count in the low bits: a lookup is
   * faster than a division. The entry after the last bin refers to the unused bits of the last
   * word, which are 0.
   */
  private static final int[] PLACES = places();

  /** For each bin, the words that add 1 to this bin and all bins below it, {@code [bin][WORDS]}. */
  private static final long[] INCREMENTS = increments();

  private final SeriesBytes bytes;
  private final int start;

  /**
   * Reserves the section of this state, 32 bytes per histogram.
   *
   * @param histograms number of histograms
   */
  TailHistograms(SeriesBytes bytes, int histograms) {
    this.bytes = bytes;
    start = bytes.reserve(histograms * HISTOGRAM_SIZE);
  }

  private static long[] increments() {
    long[] increments = new long[BINS * WORDS];
    for (int bin = 0; bin < BINS; bin++) {
      for (int lower = 0; lower <= bin; lower++) {
        increments[bin * WORDS + lower / COUNTS_PER_WORD] += 1L << shift(lower);
      }
    }
    return increments;
  }

  private static int shift(int bin) {
    return COUNT_BITS * (bin % COUNTS_PER_WORD);
  }

  private static int[] places() {
    int[] places = new int[BINS + 1];
    for (int bin = 0; bin < BINS; bin++) {
      places[bin] = bin / COUNTS_PER_WORD * Long.BYTES << SHIFT_BITS | shift(bin);
    }
    places[BINS] = places[BINS - 1] + COUNT_BITS;
    return places;
  }

  /**
   * Computes the tail probabilities of magnitudes, then adds the magnitudes to the histograms.
   *
   * @param magnitudes {@code [histogram]}; NaN and negative magnitudes are skipped and have
   *     probability 1
   * @param probabilities receives the probabilities, {@code [histogram]}
   */
  void observe(float[] magnitudes, double[] probabilities) {
    for (int i = 0; i < magnitudes.length; i++) {
      probabilities[i] = magnitudes[i] >= 0 ? observe(i, magnitudes[i]) : 1;
    }
  }

  /**
   * Computes the tail probability of a magnitude: the fraction of previous magnitudes that are at
   * least as large. Then adds the magnitude to the histogram.
   *
   * @param magnitude 0 or more
   * @return above 0, 1 at most; 1 while the histogram has few magnitudes
   */
  double observe(int histogram, float magnitude) {
    int position = position(magnitude);
    int bin = position >> BIN_BITS;
    float below = (position & ((1 << BIN_BITS) - 1)) * BINS_PER_POSITION;
    int offset = start + histogram * HISTOGRAM_SIZE;
    int total = fromBin(offset, 0);
    int above = fromBin(offset, bin + 1);
    double tail = (fromBin(offset, bin) - above) * (1 - below) + 0.5 + above;
    add(offset, bin, total + 1);
    return total <= MIN_COUNT ? 1 : tail / (total + 1);
  }

  /** Count of this bin and all bins above it. */
  private int fromBin(int offset, int bin) {
    int place = PLACES[bin];
    return (int) (bytes.getLong(offset + (place >> SHIFT_BITS)) >>> place) & COUNT_MASK;
  }

  private void add(int offset, int bin, int total) {
    for (int i = 0; i < WORDS; i++) {
      int word = offset + i * Long.BYTES;
      bytes.putLong(word, bytes.getLong(word) + INCREMENTS[bin * WORDS + i]);
    }
    if (total == MAX_COUNT) {
      halve(offset);
    }
  }

  private void halve(int offset) {
    int above = 0;
    int halvedAbove = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      int count = fromBin(offset, bin);
      halvedAbove += (count - above) >> 1;
      above = count;
      int place = PLACES[bin];
      int word = offset + (place >> SHIFT_BITS);
      long others = bytes.getLong(word) & ~((long) COUNT_MASK << place);
      bytes.putLong(word, others | (long) halvedAbove << place);
    }
  }

  /**
   * Position on the axis of the bins, in units of {@code 2^-22} bins. The bits of a positive float
   * are its base-2 logarithm, linearly interpolated within an octave.
   */
  private static int position(float magnitude) {
    int position = Float.floatToRawIntBits(magnitude) - LOWEST_BITS;
    return Math.max(0, Math.min(LAST_POSITION, position));
  }
}
