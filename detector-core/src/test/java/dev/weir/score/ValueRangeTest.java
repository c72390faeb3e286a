// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValueRangeTest {

  @Test
  void observe_withinTheRange_isZero() {
    assertThat(afterZeroAndTen(5)).isZero();
    assertThat(afterZeroAndTen(10)).isZero();
    assertThat(afterZeroAndTen(0)).isZero();
  }

  @Test
  void observe_outsideTheRange_growsWithTheRelativeDistance() {
    // At 2 % of the width the probability is 2^-3.
    assertThat(afterZeroAndTen(10.2)).isCloseTo(3 * Math.log10(2), within(1e-9));
    assertThat(afterZeroAndTen(-0.2)).isCloseTo(3 * Math.log10(2), within(1e-9));
    assertThat(afterZeroAndTen(15)).isCloseTo(3 * Math.log10(26), within(1e-9));
  }

  @Test
  void observe_furtherThanTheWidthOfTheRange_isLimited() {
    assertThat(afterZeroAndTen(20)).isCloseTo(3 * Math.log10(51), within(1e-9));
    assertThat(afterZeroAndTen(1e12)).isEqualTo(afterZeroAndTen(20));
  }

  @Test
  void observe_firstChangeOfAConstant_hasTheLargestSurprise() {
    ValueRange range = new ValueRange(new SeriesBytes());
    range.observe(5, 0);
    range.observe(5, 1);
    assertThat(range.observe(5, 2)).isZero();
    assertThat(range.observe(5.001, 3)).isCloseTo(3 * Math.log10(51), within(1e-9));
  }

  @Property
  void observe_anyValues_isPositiveForNewExtremesOnly(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e9, max = 1e9) Double> values) {
    ValueRange range = new ValueRange(new SeriesBytes());
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      List<Double> before = values.subList(0, i);
      boolean extreme =
          i >= 2
              && (before.stream().allMatch(b -> value > b)
                  || before.stream().allMatch(b -> value < b));
      assertThat(range.observe(value, i) > 0).isEqualTo(extreme);
    }
  }

  private static double afterZeroAndTen(double value) {
    ValueRange range = new ValueRange(new SeriesBytes());
    range.observe(0, 0);
    range.observe(10, 1);
    return range.observe(value, 2);
  }
}
