package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Property
  void observe_anyErrors_isSurprisedByZeroToFiveDecades(
      @ForAll @Size(min = 1, max = 100) List<@DoubleRange(min = 0, max = 1e12) Double> errors) {
    ErrorState state = ErrorDistribution.newState();
    for (double error : errors) {
      assertThat(ErrorDistribution.observe(state, error)).isBetween(0.0, 5.0);
    }
  }

  @Test
  void observe_errorsThatGrow_surpriseGrowsThenFades() {
    Random random = new Random(1);
    ErrorState state = ErrorDistribution.newState();
    double calm = 0;
    for (int i = 0; i < 1000; i++) {
      calm = ErrorDistribution.observe(state, Math.abs(random.nextGaussian()));
    }
    double burst = 0;
    for (int i = 0; i < ErrorDistribution.SPAN; i++) {
      burst = ErrorDistribution.observe(state, 8 + random.nextDouble());
    }
    assertThat(burst).isEqualTo(5.0);
    for (int i = 0; i < 2 * ErrorDistribution.SPAN; i++) {
      calm = ErrorDistribution.observe(state, Math.abs(random.nextGaussian()));
    }
    assertThat(calm).isLessThan(1);
  }

  @Test
  void surprise_valueWithinTheRange_isNone() {
    RangeState state = ValueRange.newState(1);
    ValueRange.learn(state, new double[] {0});
    ValueRange.learn(state, new double[] {10});
    assertThat(ValueRange.surprise(state, 0, 5)).isZero();
    assertThat(ValueRange.surprise(state, 0, 10)).isZero();
  }

  @Test
  void surprise_valueFurtherOutAfterMorePoints_isLarger() {
    RangeState state = ValueRange.newState(1);
    ValueRange.learn(state, new double[] {0});
    ValueRange.learn(state, new double[] {10});
    double near = ValueRange.surprise(state, 0, 10.1);
    double far = ValueRange.surprise(state, 0, 15);
    assertThat(far).isGreaterThan(near).isGreaterThan(0);
    for (int i = 0; i < 1000; i++) {
      ValueRange.learn(state, new double[] {i % 10});
    }
    assertThat(ValueRange.surprise(state, 0, 10.1)).isGreaterThan(near + 2);
  }

  @Test
  void rate_nothingMeasured_takesSurpriseAtItsWord() {
    Rate rate = Calibration.assumed().rate();
    assertThat(rate.log10(0)).isZero();
    assertThat(rate.log10(3.5)).isCloseTo(-3.5, within(1e-12));
  }

  @Test
  void rate_measuredOnKnownDistribution_isItsRateAndGoesOnExponentially() {
    // Block maxima with P(largest > s) = 10^-s: the rate per point is 10^-s / 30.
    Random random = new Random(5);
    long[] blocks = new long[Calibration.BINS];
    for (int i = 0; i < 200_000; i++) {
      blocks[Calibration.bin(-Math.log10(random.nextDouble()))]++;
    }
    Rate rate = new Calibration(blocks).rate();
    for (double surprise = 0; surprise < 3; surprise += 0.25) {
      assertThat(rate.log10(surprise)).isCloseTo(-surprise - Math.log10(30), within(0.05));
    }
    for (double surprise = 4; surprise < 8; surprise++) {
      assertThat(rate.log10(surprise))
          .isCloseTo(-surprise - Math.log10(30), within(0.25 * surprise));
    }
  }

  @Property
  void rate_anyCounts_neverRisesWithSurprise(
      @ForAll @Size(Calibration.BINS) List<@net.jqwik.api.constraints.LongRange(min = 0, max = 1000) Long> counts) {
    Rate rate = new Calibration(counts.stream().mapToLong(Long::longValue).toArray()).rate();
    double last = 0;
    for (double surprise = 0; surprise < 40; surprise += 0.1) {
      double now = rate.log10(surprise);
      assertThat(now).isLessThanOrEqualTo(last + 1e-9);
      assertThat(Double.isFinite(now)).isTrue();
      last = now;
    }
  }

  @Test
  void calibration_wrongNumberOfBinsOrNegative_isRefused() {
    assertThatThrownBy(() -> new Calibration(new long[3])).hasMessageContaining("64");
    long[] negative = new long[Calibration.BINS];
    negative[0] = -1;
    assertThatThrownBy(() -> new Calibration(negative)).hasMessageContaining("0 or more");
  }

  @Test
  void score_anyRate_liesBetweenZeroAndOne() {
    assertThat(AnomalyScore.ofLog10Rate(0)).isZero();
    assertThat(AnomalyScore.ofLog10Rate(-5)).isCloseTo(0.5, within(1e-12));
    assertThat(AnomalyScore.ofLog10Rate(-50)).isEqualTo(1);
  }
}
