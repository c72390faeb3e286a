// SPDX-License-Identifier: Apache-2.0
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

/** In each scenario only one property of the series changes, and its signal must dominate. */
class FeatureScorerTest {

  private static final long FIVE_MINUTES = 300_000;
  private static final int POINTS_PER_DAY = 288;

  private final FeatureScorer scorer = new FeatureScorer(new SeriesBytes());
  private final Random random = new Random(3);
  private double last;

  @Test
  void observe_youngSeriesWithinItsRange_isZero() {
    for (int i = 0; i < 50; i++) {
      assertThat(step(0, i % 2 * 10, 0)).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void observe_valueOutsideTheRange_isRange() {
    calm(1_000);
    double surprise = step(0, 3, 0);
    assertThat(scorer.signal()).isEqualTo(Signal.RANGE);
    assertThat(surprise).isGreaterThanOrEqualTo(3 * Math.log10(51));
  }

  @Test
  void observe_largerErrorsOfBothSigns_areErrorAndTheSurpriseFades() {
    double before = calm(1_000);
    double during = 0;
    for (int i = 0; i < 10; i++) {
      during = step(0, random.nextDouble(), i % 2 == 0 ? 12 : -12);
    }
    assertThat(scorer.signal()).isEqualTo(Signal.ERROR);
    assertThat(during).isGreaterThan(before + 1);
    assertThat(calm(300)).isLessThan(during / 2);
  }

  @Test
  void observe_errorsOfOneSign_areDrift() {
    for (int i = 0; i < 1_000; i++) {
      step(0, random.nextDouble(), i % 2 == 0 ? 1 : -1);
    }
    for (int i = 0; i < 30; i++) {
      step(0, random.nextDouble(), 1);
    }
    assertThat(scorer.signal()).isEqualTo(Signal.DRIFT);
  }

  @Test
  void observe_nightLevelAtNoon_isSeason() {
    for (int i = 0; i < 14 * POINTS_PER_DAY; i++) {
      step(i * FIVE_MINUTES, dayAndNight(i), Double.NaN);
    }
    int evening = 14 * POINTS_PER_DAY;
    for (int i = evening; i < evening + POINTS_PER_DAY * 3 / 4; i++) {
      step(i * FIVE_MINUTES, dayAndNight(evening), Double.NaN);
    }
    assertThat(scorer.signal()).isEqualTo(Signal.SEASON);
  }

  @Test
  void observe_seriesThatStopsMoving_isCalm() {
    // Constant for at most ten points.
    for (int i = 0; i < 2_000; i++) {
      step(0, i / 10 % 2 == 0 ? 0.3 : 0.7, Double.NaN);
    }
    for (int i = 0; i < 60; i++) {
      step(0, 0.3, Double.NaN);
    }
    assertThat(scorer.signal()).isEqualTo(Signal.CALM);
  }

  @Test
  void observe_plateauBetweenTwoKnownLevels_isPattern() {
    double surprise = 0;
    for (int i = 0; i < 4_000; i++) {
      surprise = step(0, i / 100 % 2 * 10 + random.nextDouble(), Double.NaN);
    }
    double before = surprise;
    for (int i = 0; i < 6; i++) {
      surprise = step(0, 5 + random.nextDouble(), Double.NaN);
    }
    assertThat(scorer.signal()).isEqualTo(Signal.PATTERN);
    assertThat(surprise).isGreaterThan(before + 0.25);
  }

  @Property(tries = 200)
  void observe_anyPoints_isFiniteAndIdenticalInACopy(
      @ForAll @Size(max = 150) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
    SeriesBytes wholeBytes = new SeriesBytes();
    SeriesBytes copiedBytes = new SeriesBytes();
    FeatureScorer whole = new FeatureScorer(wholeBytes);
    FeatureScorer copied = new FeatureScorer(copiedBytes);
    long time = 0;
    for (double value : values) {
      time += 1_000_000;
      double change = value / 1e9;
      float step = Scaler.asinh(Math.abs(change));
      double expected = whole.observe(time, value, step, -change);
      copiedBytes.attach(copiedBytes.copy());
      assertThat(expected).isFinite().isNotNegative();
      assertThat(copied.observe(time, value, step, -change)).isEqualTo(expected);
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

  /** The typical step is 1. Scenarios without season use a constant time. */
  private double step(long timeMillis, double value, double error) {
    float step = Scaler.asinh(Math.abs(value - last));
    double surprise = scorer.observe(timeMillis, value, step, error);
    last = value;
    return surprise;
  }

  private double dayAndNight(int point) {
    return (point % POINTS_PER_DAY < POINTS_PER_DAY / 2 ? 0 : 10) + 0.5 * random.nextDouble();
  }
}
