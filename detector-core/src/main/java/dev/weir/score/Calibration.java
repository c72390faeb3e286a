// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import java.util.Arrays;

/**
 * The measured rate of incidents for each size of surprise, over all series of the calibration
 * span.
 *
 * <p>An anomaly lasts for several points, and an alert budget counts alerts. Hence the largest
 * surprise of each block of {@value #BLOCK_POINTS} points is counted, not the surprise of each
 * point. The tail is the range of the {@value #TAIL_BLOCKS} largest surprises. In the tail the rate
 * is extrapolated exponentially with their mean excess (peaks over threshold with shape 0: Coles
 * 2001, 4.2), so that surprises above all measured ones have different rates.
 *
 * @param blocks number of blocks by the bin of their largest surprise, {@value #BINS_PER_DECADE}
 *     bins per decade, {@code [64]}
 */
public record Calibration(long[] blocks) {

  /** Number of bins. A bin is an eighth of a decade; the last bin has all larger surprises. */
  public static final int BINS = 64;

  /** Points of a block: about the time for which one incident affects an average error. */
  public static final int BLOCK_POINTS = 30;

  private static final int BINS_PER_DECADE = 8;
  private static final int TAIL_BLOCKS = 50;

  /** With fewer blocks, the surprise itself is a better estimate of the rate. */
  private static final int MIN_BLOCKS = 200;

  /**
   * @throws IllegalArgumentException if the number of bins is wrong or a count is negative
   */
  public Calibration {
    if (blocks.length != BINS || Arrays.stream(blocks).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "calibration needs " + BINS + " counts of 0 or more, found " + Arrays.toString(blocks));
    }
  }

  /** A calibration without blocks: a surprise of d decades has a rate of {@code 10^-d}. */
  public static Calibration uncalibrated() {
    return new Calibration(new long[BINS]);
  }

  /** Returns the bin of a surprise, in decades. */
  public static int bin(double surprise) {
    return (int) Math.min(BINS - 1, surprise * BINS_PER_DECADE);
  }

  /** Number of points in the blocks. */
  public long points() {
    return Arrays.stream(blocks).sum() * BLOCK_POINTS;
  }

  /** Creates the function from surprise to rate. */
  public IncidentRate rate() {
    long total = Arrays.stream(blocks).sum();
    return total < MIN_BLOCKS ? IncidentRate.uncalibrated() : measured(total);
  }

  private IncidentRate measured(long total) {
    double[] log10Rates = new double[BINS + 1];
    long above = 0;
    int tailBin = BINS - 1;
    double excess = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      above += blocks[bin];
      log10Rates[bin] = Math.log10((double) Math.max(above, 1) / total / BLOCK_POINTS);
      boolean inTail = above <= TAIL_BLOCKS;
      tailBin = inTail ? bin : tailBin;
      excess = inTail ? excess + above : excess;
    }
    return new IncidentRate(log10Rates, tailBin, tailSlope(tailBin, excess), BINS_PER_DECADE);
  }

  /**
   * Decades by which the rate falls per bin of the tail.
   *
   * @param excess sum over the bins of the tail of the number of blocks in this bin and above
   */
  private double tailSlope(int tailBin, double excess) {
    long inTail = Arrays.stream(blocks, Math.min(tailBin, BINS - 1), BINS).sum();
    double meanExcess = inTail == 0 ? 1 : Math.max(0.5, excess / inTail - 0.5);
    return 1 / (meanExcess * Math.log(10));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calibration calibration && Arrays.equals(blocks, calibration.blocks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(blocks);
  }

  @Override
  public String toString() {
    return "Calibration[points=" + points() + "]";
  }
}
