package dev.weir.score;

import dev.weir.state.SeriesBytes;

/**
 * All that scoring keeps of one feature of one series, and how unusual its next point is against
 * it.
 *
 * <p>Each view measures a magnitude and takes its tail probability from the magnitudes that this
 * feature showed before ({@link TailHistograms}). The views' probabilities are averaged with the
 * exponent {@code -1/2}:
 *
 * <pre>p = (sum of w_i p_i^(-1/2))^(-2)</pre>
 *
 * <p>a generalised mean between the geometric one, which needs many views to agree, and the
 * harmonic one, in which a single view suffices (Vovk &amp; Wang 2020, Biometrika 107: averages of
 * p-values of any dependence are p-values up to a constant; {@link Calibration} measures the
 * constant). The surprise is {@code -log10(p)}, plus that of {@link ValueRange}.
 */
final class FeatureScorer {

  private static final int ERROR_SPAN = 30;
  private static final int SHORT_SEASON_SPAN = 24;
  private static final int LONG_SEASON_SPAN = 48;
  private static final int CALM_SPAN = 30;
  private static final int CALM_WARM_UP = 40;

  /** Keeps the reciprocal of a step within the histogram's bins. */
  private static final float CALM_SCALE = 0.05f;

  private static final float SMALLEST_STEP = 0.02f;
  private static final float ERROR_SCALE = 0.25f;
  private static final float LARGEST_ERROR = 20;

  /**
   * Spans of the level's and the step's averages that make a pattern, in the order of {@link
   * PatternMemory}: shared, quick, slow.
   */
  private static final int[] PATTERN_SPANS = {16, 64, 16, 4, 4, 256, 64};

  private static final boolean[] PATTERN_OF_STEP = {false, false, true, false, true, false, true};

  /** The views with a tail of their own, in the order of {@link #tails}. */
  private static final Signal[] VIEWS = {
    Signal.PATTERN,
    Signal.PATTERN,
    Signal.ERROR,
    Signal.SEASON,
    Signal.SEASON,
    Signal.CALM,
    Signal.DRIFT
  };

  /** Weights of the views, sum 1. */
  private static final double[] WEIGHTS = {0.22, 0.22, 0.26, 0.1, 0.1, 0.05, 0.05};

  private static final int QUICK_PATTERN = 0;
  private static final int SLOW_PATTERN = 1;
  private static final int ERROR = 2;
  private static final int SHORT_SEASON = 3;
  private static final int LONG_SEASON = 4;
  private static final int CALM = 5;
  private static final int DRIFT = 6;

  /** Of the views, in as many bits as an index takes; more than there are. */
  private static final long LAST_INDEX = 7;

  /** Views whose averages are the pattern itself. */
  private static final int PATTERNS = 2;

  /** Views of the {@link #ERROR} and those behind it have averages of their own. */
  private static final int AVERAGES = VIEWS.length - PATTERNS;

  private static final int COUNT = 0;
  private static final int SEASON_POINTS = 4;
  private static final int COUNTS_SIZE = 5;

  private final SeriesBytes bytes;
  private final int counts;
  private final StandardScore score;
  private final PatternMemory patterns;
  private final DayProfile profile;
  private final ValueRange range;
  private final int patternAverages;
  private final int averages;
  private final TailHistograms tails;
  private final float[] pattern = new float[PatternMemory.SIZE];

  /** 0 or more; of a view that knows nothing yet a negative one or NaN. */
  private final float[] magnitudes = new float[VIEWS.length];

  private final double[] probabilities = new double[VIEWS.length];
  private final double[] parts = new double[VIEWS.length];

  /** Of the series and point judged now. */
  private int count;

  /**
   * The largest part of a view so far, its lowest bits replaced by those of its index, so that the
   * largest is found without a branch.
   */
  private long most;

  private boolean beyondRange;

  /** Reserves its place. */
  FeatureScorer(SeriesBytes bytes) {
    this.bytes = bytes;
    counts = bytes.reserve(COUNTS_SIZE);
    score = new StandardScore(bytes);
    patterns = new PatternMemory(bytes);
    profile = new DayProfile(bytes);
    range = new ValueRange(bytes);
    patternAverages = bytes.reserve(PatternMemory.SIZE * Float.BYTES);
    averages = bytes.reserve(AVERAGES * Float.BYTES);
    tails = new TailHistograms(bytes, VIEWS.length);
  }

  /** The view that contributed most to the last answer. */
  Signal signal() {
    return beyondRange ? Signal.RANGE : VIEWS[(int) (LAST_INDEX - (most & LAST_INDEX))];
  }

  /**
   * Judges one point, then learns it.
   *
   * @param timeMillis its event time
   * @param value its value
   * @param move size of its step from the point before, in usual steps, squashed by asinh
   * @param error signed forecast error in usual steps, NaN where there was no forecast to trust
   * @return surprise, decades, 0 or more
   */
  double observe(long timeMillis, double value, float move, double error) {
    count = bytes.getInt(counts + COUNT);
    float level = score.observe(value, count);
    pattern(level, move);
    errors(error);
    season(timeMillis, level);
    calm(move);
    double decades = Math.max(0, 2 * Math.log10(sumOfParts()));
    double beyond = range.observe(value, count);
    beyondRange = beyond > decades;
    bytes.putInt(counts + COUNT, count + 1);
    return decades + beyond;
  }

  private void pattern(float level, float move) {
    for (int i = 0; i < PatternMemory.SIZE; i++) {
      float value = PATTERN_OF_STEP[i] ? move : level;
      pattern[i] = average(patternAverages + i * Float.BYTES, value, PATTERN_SPANS[i]);
    }
    patterns.measure(pattern);
    patterns.learn(pattern, count);
    magnitudes[QUICK_PATTERN] = patterns.quick();
    magnitudes[SLOW_PATTERN] = patterns.slow();
  }

  private void errors(double error) {
    boolean judged = !Double.isNaN(error);
    float bounded = judged ? (float) Math.max(-LARGEST_ERROR, Math.min(LARGEST_ERROR, error)) : 0;
    float usual = average(of(ERROR), Math.abs(bounded), ERROR_SPAN);
    float drift = average(of(DRIFT), bounded, ERROR_SPAN);
    float scale = judged ? ERROR_SCALE : Float.NaN;
    magnitudes[ERROR] = scale * usual;
    magnitudes[DRIFT] = scale * Math.abs(drift);
  }

  /** Where a view's average stands. */
  private int of(int view) {
    return averages + (view - PATTERNS) * Float.BYTES;
  }

  private void season(long timeMillis, float level) {
    float residual = profile.residual(timeMillis, level);
    boolean known = !Float.isNaN(residual);
    profile.learn(timeMillis, level);
    int points = bytes.getByte(counts + SEASON_POINTS);
    points = known ? Math.min(LONG_SEASON_SPAN + 1, points + 1) : points;
    bytes.putByte(counts + SEASON_POINTS, points);
    float bounded = known ? residual : 0;
    float inShort = average(of(SHORT_SEASON), bounded, SHORT_SEASON_SPAN);
    float inLong = average(of(LONG_SEASON), bounded, LONG_SEASON_SPAN);
    magnitudes[SHORT_SEASON] = known && points > SHORT_SEASON_SPAN ? Math.abs(inShort) : Float.NaN;
    magnitudes[LONG_SEASON] = known && points > LONG_SEASON_SPAN ? Math.abs(inLong) : Float.NaN;
  }

  private void calm(float move) {
    float stillness = CALM_SCALE / (average(of(CALM), move, CALM_SPAN) + SMALLEST_STEP);
    magnitudes[CALM] = count < CALM_WARM_UP ? Float.NaN : stillness;
  }

  /** Takes a value into the average at this place; returns the average. */
  private float average(int place, float value, int span) {
    float average = ExponentialAverage.next(bytes.getFloat(place), value, span, count);
    bytes.putFloat(place, average);
    return average;
  }

  /** Judges and learns the views' magnitudes; their shares in the sum that is averaged, added. */
  private double sumOfParts() {
    tails.judge(magnitudes, probabilities);
    most = LAST_INDEX;
    for (int view = 0; view < parts.length; view++) {
      double part = WEIGHTS[view] / Math.sqrt(probabilities[view]);
      long excess = Double.doubleToRawLongBits(part - WEIGHTS[view]) & ~LAST_INDEX;
      most = Math.max(most, excess | LAST_INDEX - view);
      parts[view] = part;
    }
    return (parts[QUICK_PATTERN] + parts[SLOW_PATTERN])
        + (parts[ERROR] + parts[DRIFT])
        + (parts[SHORT_SEASON] + parts[LONG_SEASON])
        + parts[CALM];
  }
}
