package dev.weir.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often one series showed a magnitude of each size: the empirical tail probability of the next
 * one.
 *
 * <p>{@value #BINS} bins, half an octave each; within a bin counts are taken as spread evenly. With
 * {@value #FULL} counted all are halved, so that old points fade: what a series did in its last
 * {@value #FULL} points is what it does.
 */
final class TailHistogram {

  static final int BINS = 20;

  /** Magnitudes before the tail is believed. */
  private static final int FEWEST = 50;

  /** Lower edge of the first bin: 2 to the power of -7. */
  private static final int LOWEST_BITS = Float.floatToRawIntBits(0x1p-7f);

  private static final float BINS_PER_BIT = 2f / (1 << 23);
  private static final float LAST = Math.nextDown((float) BINS);
  private static final int FULL = 3000;

  private final char[] counts = new char[BINS];
  private int total;

  /**
   * The part of the past that reached this magnitude, 1 while too little is known.
   *
   * @param magnitude 0 or more
   * @return above 0, 1 at most
   */
  double tail(float magnitude) {
    if (total <= FEWEST) {
      return 1;
    }
    float position = position(magnitude);
    int bin = (int) position;
    double above = counts[bin] * (1 - (position - bin)) + 0.5;
    for (int higher = bin + 1; higher < BINS; higher++) {
      above += counts[higher];
    }
    return Math.min(1, above / (total + 1));
  }

  /** Learns one magnitude. */
  void learn(float magnitude) {
    int bin = (int) position(magnitude);
    counts[bin]++;
    total++;
    if (total == FULL) {
      halve();
    }
  }

  private void halve() {
    total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      counts[bin] >>= 1;
      total += counts[bin];
    }
  }

  /**
   * Position among the bins; the bits of a positive float are its logarithm to base 2, linear
   * within an octave.
   */
  private static float position(float magnitude) {
    float position = (Float.floatToRawIntBits(magnitude) - LOWEST_BITS) * BINS_PER_BIT;
    return Math.max(0, Math.min(LAST, position));
  }

  /** Writes 2 bytes a bin. */
  void write(DataOutput out) throws IOException {
    for (char count : counts) {
      out.writeChar(count);
    }
  }

  /** Reads what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      counts[bin] = in.readChar();
      total += counts[bin];
    }
  }
}
