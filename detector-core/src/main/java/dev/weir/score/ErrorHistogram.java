package dev.weir.score;

/**
 * The bins in which averaged forecast errors are counted: {@value #BINS} of equal width in the
 * logarithm, from 2^-6 to 2^10 scales of the forecast, what lies outside in the first and last.
 */
public final class ErrorHistogram {

  /** Bins of every error histogram. */
  public static final int BINS = 64;

  private static final double BINS_PER_OCTAVE = 4;
  private static final double FIRST_OCTAVE = -6;

  /** Beyond the last bin the tail goes on as a power of the error. */
  private static final double TAIL_INDEX = 2;

  private ErrorHistogram() {}

  /** Position of an error among the bins, a fraction within its bin: in [0, {@value #BINS}). */
  static double position(double error) {
    double octave = Math.log(Math.max(error, 1e-300)) / Math.log(2);
    double position = (octave - FIRST_OCTAVE) * BINS_PER_OCTAVE;
    return Math.max(0, Math.min(BINS - 1e-9, position));
  }

  /** Part of the mass that lies above an error, counting the part of its own bin that does. */
  static double above(float[] bins, double position) {
    int bin = (int) position;
    double mass = bins[bin] * (1 - (position - bin));
    for (int i = bin + 1; i < BINS; i++) {
      mass += bins[i];
    }
    return mass;
  }

  /**
   * How much thinner the tail is at an error beyond the last bin than at the bin's start; 1 below.
   */
  static double thinning(double error) {
    double edge = Math.pow(2, FIRST_OCTAVE + (BINS - 1) / BINS_PER_OCTAVE);
    return error <= edge ? 1 : Math.pow(edge / error, TAIL_INDEX);
  }
}
