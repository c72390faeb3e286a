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
  void observe_withinTheRange_isNoSurprise() {
    assertThat(behindZeroAndTen(5)).isZero();
    assertThat(behindZeroAndTen(10)).isZero();
    assertThat(behindZeroAndTen(0)).isZero();
  }

  @Test
  void observe_beyondTheRange_isSurprisingByThePartItPasses() {
    // 2 % of the range halve it once, to the power of three.
    assertThat(behindZeroAndTen(10.2)).isCloseTo(3 * Math.log10(2), within(1e-9));
    assertThat(behindZeroAndTen(-0.2)).isCloseTo(3 * Math.log10(2), within(1e-9));
    assertThat(behindZeroAndTen(15)).isCloseTo(3 * Math.log10(26), within(1e-9));
  }

  @Test
  void observe_furtherThanAWholeRange_saysNoMore() {
    assertThat(behindZeroAndTen(20)).isCloseTo(3 * Math.log10(51), within(1e-9));
    assertThat(behindZeroAndTen(1e12)).isEqualTo(behindZeroAndTen(20));
  }

  @Test
  void observe_firstDepartureFromAConstant_countsForAWholeRange() {
    ValueRange range = new ValueRange(new SeriesBytes());
    range.observe(5, 0);
    range.observe(5, 1);
    assertThat(range.observe(5, 2)).isZero();
    assertThat(range.observe(5.001, 3)).isCloseTo(3 * Math.log10(51), within(1e-9));
  }

  @Property
  void observe_anyValues_isSurprisedByRecordsAlone(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e9, max = 1e9) Double> values) {
    ValueRange range = new ValueRange(new SeriesBytes());
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      List<Double> before = values.subList(0, i);
      boolean record =
          i >= 2
              && (before.stream().allMatch(b -> value > b)
                  || before.stream().allMatch(b -> value < b));
      assertThat(range.observe(value, i) > 0).isEqualTo(record);
    }
  }

  private static double behindZeroAndTen(double value) {
    ValueRange range = new ValueRange(new SeriesBytes());
    range.observe(0, 0);
    range.observe(10, 1);
    return range.observe(value, 2);
  }
}
