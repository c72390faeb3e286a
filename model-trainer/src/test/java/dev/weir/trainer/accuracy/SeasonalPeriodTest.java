// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonalPeriodTest {

  private static double[] series(int length, IntToDoubleFunction value) {
    Random random = new Random(1);
    return IntStream.range(0, length)
        .mapToDouble(t -> value.applyAsDouble(t) + 0.3 * random.nextGaussian())
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 24, 144, 288})
  void find_noisyWave_returnsItsPeriod(int period) {
    double[] values = series(3000, t -> 0.01 * t + Math.sin(2 * Math.PI * t / period));
    int beside = SeasonalPeriod.find(values, values.length) % period;
    assertThat(Math.min(beside, period - beside)).isLessThanOrEqualTo(period / 20);
  }

  @Test
  void find_noiseOrTooShort_returnsZero() {
    assertThat(SeasonalPeriod.find(series(2000, t -> 0), 2000)).isZero();
    assertThat(SeasonalPeriod.find(series(4, t -> t), 4)).isZero();
    assertThat(SeasonalPeriod.find(series(100, t -> t), 0)).isZero();
    assertThat(SeasonalPeriod.find(new double[500], 500)).isZero();
  }
}
