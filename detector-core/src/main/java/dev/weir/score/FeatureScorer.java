// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * Scorer of one feature: computes the surprise of its next value from the history of the feature.
 *
 * <p>Each {@link Signal} but {@link Signal#RANGE} has one or two measures. A measure is a
 * magnitude, such as an average error. Its tail probability is estimated from the previous
 * magnitudes of the same measure ({@link TailHistograms}). The probabilities {@code p_i} are
 * averaged with the exponent {@code -1/2}:
 *
 * <pre>p = (sum of w_i p_i^(-1/2))^(-2)</pre>
 *
 * <p>This generalised mean lies between the geometric mean, which requires many measures to agree,
 * and the harmonic mean, for which a single measure suffices. For p-values of any dependence it is
 * a p-value up to a constant (Vovk &amp; Wang 2020, Biometrika 107); {@link Calibration} measures
 * the constant. The surprise is {@code -log10(p)} plus the surprise of {@link ValueRange}.
 */
final class FeatureScorer {

  private static final int ERROR_SPAN = 30;
  private static final int SHORT_SEASON_SPAN = 24;
  private static final int LONG_SEASON_SPAN = 48;
  private static final int CALM_SPAN = 30;
  private static final int CALM_WARM_UP = 40;

  /** Keeps the reciprocal of a step within the bins of the histogram. */
  private static final float CALM_SCALE = 0.05f;

  private static final float MIN_STEP = 0.02f;
  private static final float ERROR_SCALE = 0.25f;
  private static final float MAX_ERROR = 20;

  /**
   * Spans of the averages of level and step that make up a pattern, in the order of {@link
   * PatternMemory}: shared, fast, slow.
   */
  private static final int[] PATTERN_SPANS = {16, 64, 16, 4, 4, 256, 64};

  /** Whether an element of the pattern is an average of the step, else of the level. */
  private static final boolean[] PATTERN_OF_STEP = {false, false, true, false, true, false, true};

  /** Signal of each measure. */
  private static final Signal[] SIGNALS = {
    Signal.PATTERN,
    Signal.PATTERN,
    Signal.ERROR,
    Signal.SEASON,
    Signal.SEASON,
    Signal.CALM,
    Signal.DRIFT
  };

  /** Weight of each measure, sum 1. */
  private static final double[] WEIGHTS = {0.22, 0.22, 0.26, 0.1, 0.1, 0.05, 0.05};

  private static final int MEASURES = SIGNALS.length;

  private static final int FAST_PATTERN = 0;
  private static final int SLOW_PATTERN = 1;
  private static final int ERROR = 2;
  private static final int SHORT_SEASON = 3;
  private static final int LONG_SEASON = 4;
  private static final int CALM = 5;
  private static final int DRIFT = 6;

  /** Mask of the bits that hold the index of a measure; at least {@code MEASURES - 1}. */
  private static final long INDEX_MASK = 7;

  /** The measures from {@link #ERROR} on have one average each. */
  private static final int AVERAGES = MEASURES - ERROR;

  private static final int COUNT = 0;
  private static final int SEASON_POINTS = 4;
  private static final int COUNTS_SIZE = 5;

  private final SeriesBytes bytes;
  private final int counts;
  private final LevelScaler scaler;
  private final PatternMemory patterns;
  private final DayProfile profile;
  private final ValueRange range;
  private final int patternAverages;
  private final int averages;
  private final TailHistograms tails;
  private final float[] pattern = new float[PatternMemory.SIZE];

  /** {@code [measure]}, 0 or more; negative or NaN if a measure is not known yet. */
  private final float[] magnitudes = new float[MEASURES];

  private final double[] probabilities = new double[MEASURES];

  /** Terms of the sum, {@code [measure]}. */
  private final double[] terms = new double[MEASURES];

  /** Number of previous points of the current series. */
  private int count;

  /**
   * The largest term less its weight, as the bits of a double. The lowest bits are replaced by
   * {@code INDEX_MASK - measure}, so that the largest is found without a branch.
   */
  private long largestTerm;

  private boolean outsideRange;

  /** Reserves the section of this state. */
  FeatureScorer(SeriesBytes bytes) {
    this.bytes = bytes;
    counts = bytes.reserve(COUNTS_SIZE);
    scaler = new LevelScaler(bytes);
    patterns = new PatternMemory(bytes);
    profile = new DayProfile(bytes);
    range = new ValueRange(bytes);
    patternAverages = bytes.reserve(PatternMemory.SIZE * Float.BYTES);
    averages = bytes.reserve(AVERAGES * Float.BYTES);
    tails = new TailHistograms(bytes, MEASURES);
  }

  /** The signal that contributed most to the last surprise. */
  Signal signal() {
    int measure = (int) (INDEX_MASK - (largestTerm & INDEX_MASK));
    return outsideRange ? Signal.RANGE : SIGNALS[measure];
  }

  /**
   * Computes the surprise of a point, then updates the state with it.
   *
   * @param timeMillis event time of the point, milliseconds
   * @param value value of the point
   * @param step absolute step from the previous point in typical steps, compressed by asinh
   * @param error signed forecast error in typical steps, NaN if there is none
   * @return decades, 0 or more
   */
  double observe(long timeMillis, double value, float step, double error) {
    count = bytes.getInt(counts + COUNT);
    float level = scaler.observe(value, count);
    measurePattern(level, step);
    measureErrors(error);
    measureSeason(timeMillis, level);
    measureCalm(step);
    double surprise = Math.max(0, 2 * Math.log10(sumOfTerms()));
    double rangeSurprise = range.observe(value, count);
    outsideRange = rangeSurprise > surprise;
    bytes.putInt(counts + COUNT, count + 1);
    return surprise + rangeSurprise;
  }

  private void measurePattern(float level, float step) {
    for (int i = 0; i < PatternMemory.SIZE; i++) {
      float value = PATTERN_OF_STEP[i] ? step : level;
      pattern[i] = average(patternAverages + i * Float.BYTES, value, PATTERN_SPANS[i]);
    }
    patterns.measure(pattern);
    patterns.update(pattern, count);
    magnitudes[FAST_PATTERN] = patterns.fastDistance();
    magnitudes[SLOW_PATTERN] = patterns.slowDistance();
  }

  private void measureErrors(double error) {
    boolean known = !Double.isNaN(error);
    float bounded = known ? (float) Math.max(-MAX_ERROR, Math.min(MAX_ERROR, error)) : 0;
    float absolute = average(averageOf(ERROR), Math.abs(bounded), ERROR_SPAN);
    float signed = average(averageOf(DRIFT), bounded, ERROR_SPAN);
    float scale = known ? ERROR_SCALE : Float.NaN;
    magnitudes[ERROR] = scale * absolute;
    magnitudes[DRIFT] = scale * Math.abs(signed);
  }

  /** Offset of the average of a measure. */
  private int averageOf(int measure) {
    return averages + (measure - ERROR) * Float.BYTES;
  }

  private void measureSeason(long timeMillis, float level) {
    float residual = profile.residual(timeMillis, level);
    boolean known = !Float.isNaN(residual);
    profile.update(timeMillis, level);
    int points = bytes.getByte(counts + SEASON_POINTS);
    points = known ? Math.min(LONG_SEASON_SPAN + 1, points + 1) : points;
    bytes.putByte(counts + SEASON_POINTS, points);
    float value = known ? residual : 0;
    float inShort = average(averageOf(SHORT_SEASON), value, SHORT_SEASON_SPAN);
    float inLong = average(averageOf(LONG_SEASON), value, LONG_SEASON_SPAN);
    magnitudes[SHORT_SEASON] = known && points > SHORT_SEASON_SPAN ? Math.abs(inShort) : Float.NaN;
    magnitudes[LONG_SEASON] = known && points > LONG_SEASON_SPAN ? Math.abs(inLong) : Float.NaN;
  }

  private void measureCalm(float step) {
    float reciprocal = CALM_SCALE / (average(averageOf(CALM), step, CALM_SPAN) + MIN_STEP);
    magnitudes[CALM] = count < CALM_WARM_UP ? Float.NaN : reciprocal;
  }

  /** Updates the average at this offset and returns it. */
  private float average(int offset, float value, int span) {
    float average = ExponentialAverage.next(bytes.getFloat(offset), value, span, count);
    bytes.putFloat(offset, average);
    return average;
  }

  /** Computes {@code sum of w_i p_i^(-1/2)} and updates the histograms. */
  private double sumOfTerms() {
    tails.observe(magnitudes, probabilities);
    largestTerm = INDEX_MASK;
    for (int i = 0; i < MEASURES; i++) {
      double term = WEIGHTS[i] / Math.sqrt(probabilities[i]);
      long excess = Double.doubleToRawLongBits(term - WEIGHTS[i]) & ~INDEX_MASK;
      largestTerm = Math.max(largestTerm, excess | INDEX_MASK - i);
      terms[i] = term;
    }
    return (terms[FAST_PATTERN] + terms[SLOW_PATTERN])
        + (terms[ERROR] + terms[DRIFT])
        + (terms[SHORT_SEASON] + terms[LONG_SEASON])
        + terms[CALM];
  }
}
