// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTrackTest {

  @Test
  void score_errorsOfOneSize_usesThatScale() {
    ForecastTrack track = new ForecastTrack(2);
    track.observe(3, false);
    track.observe(-3, true);
    track.observe(3, true);
    assertThat(track.points()).isEqualTo(2);
    assertThat(track.score().error()).isEqualTo(3);
    // The running mean error is 3, so z is 1; per step of 2 the scale is 1.5.
    double expected = Math.log(0.375 * Math.pow(1.25, -2.5) / 1.5);
    assertThat(track.score().logScore()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void forecast_autoregressiveSeries_errsLittleMoreThanTheNoise() {
    Random random = new Random(4);
    RecursiveLeastSquares fitted = new RecursiveLeastSquares(100, 1);
    double before = 100;
    double value = 100;
    double error = 0;
    double oracle = 0;
    for (int t = 0; t < 4000; t++) {
      double mean = 100 + 1.2 * (value - 100) - 0.6 * (before - 100);
      before = value;
      value = mean + random.nextGaussian();
      error += t < 1000 ? 0 : Math.abs(value - fitted.forecast());
      oracle += t < 1000 ? 0 : Math.abs(value - mean);
      fitted.observe(value);
    }
    assertThat(error / oracle).isBetween(0.99, 1.02);
  }

  @Test
  void forecast_firstPoints_repeatsTheLastValue() {
    RecursiveLeastSquares fitted = new RecursiveLeastSquares(0, 10);
    fitted.observe(7);
    assertThat(fitted.forecast()).isCloseTo(7, within(1e-12));
  }

  @Test
  void forecast_longConstantThenJump_staysFinite() {
    RecursiveLeastSquares fitted = new RecursiveLeastSquares(5, 1);
    for (int t = 0; t < 50_000; t++) {
      fitted.observe(5);
    }
    fitted.observe(1e6);
    for (int t = 0; t < 100; t++) {
      fitted.observe(5);
    }
    assertThat(fitted.forecast()).isFinite();
  }
}
