// SPDX-License-Identifier: Apache-2.0
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

  @Test
  void rate_uncalibrated_isTenToTheMinusSurprise() {
    IncidentRate rate = Calibration.uncalibrated().rate();
    assertThat(rate.log10(0)).isZero();
    assertThat(rate.log10(3.5)).isCloseTo(-3.5, within(1e-12));
  }

  @Test
  void rate_knownDistribution_isMeasuredAndExtrapolatedExponentially() {
    // Block maxima with P(largest > s) = 10^-s: the rate per point is 10^-s / 30.
    Random random = new Random(5);
    long[] blocks = new long[Calibration.BINS];
    for (int i = 0; i < 200_000; i++) {
      blocks[Calibration.bin(-Math.log10(random.nextDouble()))]++;
    }
    IncidentRate rate = new Calibration(blocks).rate();
    for (double surprise = 0; surprise < 3; surprise += 0.25) {
      assertThat(rate.log10(surprise)).isCloseTo(-surprise - Math.log10(30), within(0.05));
    }
    for (double surprise = 4; surprise < 8; surprise++) {
      assertThat(rate.log10(surprise))
          .isCloseTo(-surprise - Math.log10(30), within(0.25 * surprise));
    }
  }

  @Property
  void rate_anyCounts_neverIncreasesWithSurprise(
      @ForAll @Size(Calibration.BINS) List<@net.jqwik.api.constraints.LongRange(min = 0, max = 1000) Long> counts) {
    IncidentRate rate =
        new Calibration(counts.stream().mapToLong(Long::longValue).toArray()).rate();
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
  void bin_surprise_isAnEighthOfADecadeUpToTheLast() {
    assertThat(Calibration.bin(0)).isZero();
    assertThat(Calibration.bin(0.124)).isZero();
    assertThat(Calibration.bin(0.125)).isEqualTo(1);
    assertThat(Calibration.bin(1)).isEqualTo(8);
    assertThat(Calibration.bin(7.9)).isEqualTo(63);
    assertThat(Calibration.bin(1_000)).isEqualTo(63);
  }

  @Test
  void rate_fewerThanTwoHundredBlocks_isUncalibrated() {
    long[] blocks = new long[Calibration.BINS];
    blocks[0] = 199;
    assertThat(new Calibration(blocks).rate().log10(2)).isCloseTo(-2, within(1e-12));
    blocks[0] = 200;
    assertThat(new Calibration(blocks).rate().log10(0)).isCloseTo(-Math.log10(30), within(1e-12));
    assertThat(new Calibration(blocks).points()).isEqualTo(6_000);
  }

  @Test
  void score_documentedRates_haveDocumentedScores() {
    assertThat(AnomalyScore.ofRate(-3)).isEqualTo(0.5);
    assertThat(AnomalyScore.ofRate(-4)).isCloseTo(10.0 / 11, within(1e-12));
    assertThat(AnomalyScore.ofRate(-2)).isCloseTo(1.0 / 11, within(1e-12));
  }

  @Property
  void score_anyRate_isBetweenZeroAndOneAndSymmetric(
      @ForAll @DoubleRange(min = -400, max = 400) double decades) {
    double score = AnomalyScore.ofRate(-3 - decades);
    assertThat(score).isGreaterThan(0).isLessThan(1);
    assertThat(score + AnomalyScore.ofRate(-3 + decades)).isCloseTo(1, within(1e-12));
    assertThat(score >= 0.5).isEqualTo(decades >= 0);
  }
}
