package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.series.Scaler;
import dev.weir.state.SeriesBytes;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** In each scenario but one input stays as it was, and the view that looks at it must speak. */
class FeatureScorerTest {

  private static final long FIVE_MINUTES = 300_000;
  private static final int POINTS_A_DAY = 288;

  private final FeatureScorer history = new FeatureScorer(new SeriesBytes());
  private final Random random = new Random(3);
  private double last;

  @Test
  void observe_youngHistory_isSurprisedByNothingWithinItsRange() {
    for (int i = 0; i < 50; i++) {
      assertThat(step(0, i % 2 * 10, 0)).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void observe_valueBeyondAllSeen_isRange() {
    calm(1_000);
    double surprise = step(0, 3, 0);
    assertThat(history.signal()).isEqualTo(Signal.RANGE);
    assertThat(surprise).isGreaterThanOrEqualTo(3 * Math.log10(51));
  }

  @Test
  void observe_largerErrorsToEitherSide_areErrorAndTheSurpriseFades() {
    double before = calm(1_000);
    double during = 0;
    for (int i = 0; i < 10; i++) {
      during = step(0, random.nextDouble(), i % 2 == 0 ? 12 : -12);
    }
    assertThat(history.signal()).isEqualTo(Signal.ERROR);
    assertThat(during).isGreaterThan(before + 1);
    assertThat(calm(300)).isLessThan(during / 2);
  }

  @Test
  void observe_errorsNoLargerButAllToOneSide_areDrift() {
    for (int i = 0; i < 1_000; i++) {
      step(0, random.nextDouble(), i % 2 == 0 ? 1 : -1);
    }
    for (int i = 0; i < 30; i++) {
      step(0, random.nextDouble(), 1);
    }
    assertThat(history.signal()).isEqualTo(Signal.DRIFT);
  }

  @Test
  void observe_nightsLevelAtNoon_isSeason() {
    for (int i = 0; i < 14 * POINTS_A_DAY; i++) {
      step(i * FIVE_MINUTES, dayAndNight(i), Double.NaN);
    }
    int evening = 14 * POINTS_A_DAY;
    for (int i = evening; i < evening + POINTS_A_DAY * 3 / 4; i++) {
      step(i * FIVE_MINUTES, dayAndNight(evening), Double.NaN);
    }
    assertThat(history.signal()).isEqualTo(Signal.SEASON);
  }

  @Test
  void observe_knownLevelThatNoLongerMoves_isCalm() {
    // Rests at either level, but never for more than ten points.
    for (int i = 0; i < 2_000; i++) {
      step(0, i / 10 % 2 == 0 ? 0.3 : 0.7, Double.NaN);
    }
    for (int i = 0; i < 60; i++) {
      step(0, 0.3, Double.NaN);
    }
    assertThat(history.signal()).isEqualTo(Signal.CALM);
  }

  @Test
  void observe_plateauBetweenTheTwoThatAreKnown_isPattern() {
    double surprise = 0;
    for (int i = 0; i < 4_000; i++) {
      surprise = step(0, i / 100 % 2 * 10 + random.nextDouble(), Double.NaN);
    }
    double before = surprise;
    for (int i = 0; i < 6; i++) {
      surprise = step(0, 5 + random.nextDouble(), Double.NaN);
    }
    assertThat(history.signal()).isEqualTo(Signal.PATTERN);
    assertThat(surprise).isGreaterThan(before + 0.25);
  }

  @Property(tries = 200)
  void observe_anyPoints_isFiniteAndGoesOnBitForBitInACopyOfTheBytes(
      @ForAll @Size(max = 150) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
    SeriesBytes wholeBytes = new SeriesBytes();
    SeriesBytes copiedBytes = new SeriesBytes();
    FeatureScorer whole = new FeatureScorer(wholeBytes);
    FeatureScorer copied = new FeatureScorer(copiedBytes);
    long time = 0;
    for (double value : values) {
      time += 1_000_000;
      double step = value / 1e9;
      float move = Scaler.asinh(Math.abs(step));
      double expected = whole.observe(time, value, move, -step);
      copiedBytes.lookAt(copiedBytes.copy());
      assertThat(expected).isFinite().isNotNegative();
      assertThat(copied.observe(time, value, move, -step)).isEqualTo(expected);
      assertThat(copied.signal()).isEqualTo(whole.signal());
    }
    assertThat(copiedBytes.copy()).isEqualTo(wholeBytes.copy());
  }

  private double calm(int points) {
    double surprise = 0;
    for (int i = 0; i < points; i++) {
      surprise = step(0, random.nextDouble(), random.nextGaussian());
    }
    return surprise;
  }

  /** The usual step is 1; the time stands still where the season is not to be looked at. */
  private double step(long timeMillis, double value, double error) {
    float move = Scaler.asinh(Math.abs(value - last));
    double surprise = history.observe(timeMillis, value, move, error);
    last = value;
    return surprise;
  }

  private double dayAndNight(int point) {
    return (point % POINTS_A_DAY < POINTS_A_DAY / 2 ? 0 : 10) + 0.5 * random.nextDouble();
  }
}
