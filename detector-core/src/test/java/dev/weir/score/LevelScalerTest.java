// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.series.Scaler;
import dev.weir.state.SeriesBytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LevelScalerTest {

  private final LevelScaler scaler = new LevelScaler(new SeriesBytes());

  @Test
  void observe_firstAndSecondValue_isZero() {
    assertThat(scaler.observe(7, 0)).isZero();
    assertThat(scaler.observe(1e6, 1)).isZero();
  }

  @Test
  void observe_thirdValue_isTheDistanceFromTheMeanInDeviations() {
    scaler.observe(0, 0);
    scaler.observe(2, 1);
    // Mean 1, deviation 1: the distance of 4 is three deviations.
    assertThat(scaler.observe(4, 2)).isCloseTo((float) Math.log(3 + Math.sqrt(10)), within(1e-6f));
  }

  @Test
  void observe_oneExtremeValue_hardlyChangesLaterLevels() {
    for (int i = 0; i < 1_000; i++) {
      scaler.observe(i % 2 == 0 ? -1 : 1, i);
    }
    assertThat(scaler.observe(1e9, 1_000)).isGreaterThan(15);
    assertThat(scaler.observe(3, 1_001)).isCloseTo(Scaler.asinh(3), within(0.05f));
  }

  @Property
  void observe_negatedValues_negatesLevels(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e30, max = 1e30) Double> values) {
    LevelScaler plain = new LevelScaler(new SeriesBytes());
    LevelScaler mirrored = new LevelScaler(new SeriesBytes());
    for (int i = 0; i < values.size(); i++) {
      float found = plain.observe(values.get(i), i);
      assertThat(found).isFinite();
      assertThat(mirrored.observe(-values.get(i), i)).isCloseTo(-found, within(0f));
    }
  }
}
