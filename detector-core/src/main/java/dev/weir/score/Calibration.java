package dev.weir.score;

import java.util.Arrays;

/**
 * How often a surprise of each size comes up: measured over all series of the calibration span, as
 * incidents per point.
 *
 * <p>Exceedances come in runs, and a user's budget counts alerts, not points; hence the largest
 * surprise of each block of {@value #BLOCK_POINTS} points is counted, not each point. Above the
 * level that the last {@value #TAIL_BLOCKS} blocks pass, the rate goes on exponentially at their
 * mean excess (peaks over threshold with shape 0: Coles 2001, 4.2), so that a surprise larger than
 * all history still gets its own rate.
 *
 * @param blocks blocks by the bin of their largest surprise, {@value #BINS_PER_DECADE} bins a
 *     decade; {@code [64]}
 */
public record Calibration(long[] blocks) {

  /** Bins, each an eighth of a decade of surprise, what lies above in the last. */
  public static final int BINS = 64;

  /**
   * Points of which only the largest surprise is counted: about as long as one incident echoes in
   * an averaged error.
   */
  public static final int BLOCK_POINTS = 30;

  private static final int BINS_PER_DECADE = 8;
  private static final int TAIL_BLOCKS = 50;

  /** Fewer blocks than this say less about the tail than the surprise itself does. */
  private static final int FEWEST_BLOCKS = 200;

  /**
   * @throws IllegalArgumentException where the number of bins is wrong or a count is negative
   */
  public Calibration {
    if (blocks.length != BINS || Arrays.stream(blocks).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "calibration needs " + BINS + " counts of 0 or more, found " + Arrays.toString(blocks));
    }
  }

  /** Nothing measured: a surprise is taken at its word. */
  public static Calibration assumed() {
    return new Calibration(new long[BINS]);
  }

  /** The bin that counts a surprise, in decades. */
  public static int bin(double surprise) {
    return (int) Math.min(BINS - 1, surprise * BINS_PER_DECADE);
  }

  /** Points it was measured on. */
  public long points() {
    return Arrays.stream(blocks).sum() * BLOCK_POINTS;
  }

  /** The function from surprise to rate. */
  public IncidentRate rate() {
    long total = Arrays.stream(blocks).sum();
    return total < FEWEST_BLOCKS ? IncidentRate.atItsWord() : measured(total);
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
    return new IncidentRate(log10Rates, tailBin, slope(tailBin, excess), BINS_PER_DECADE);
  }

  /**
   * Decades of rate that a bin of surprise costs in the tail; the mean excess in bins is the sum of
   * exceedances by count.
   */
  private double slope(int tailBin, double excess) {
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
