// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.series.RecordedSeries;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistorySplitTest {

  private static final SplitFractions PARTS = new SplitFractions(0.6, 0.2);

  private static History history(int count) {
    List<RecordedSeries> series =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new RecordedSeries(
                        "s" + i,
                        List.of(RecordedSeries.ONLY_FEATURE),
                        LongStream.range(0, 100).toArray(),
                        new double[100][1]))
            .toList();
    return new History("test", series, HistoryCounts.NONE, List.of());
  }

  @Test
  void of_time_splitsEachSeries() {
    assertThat(HistorySplit.of(history(3), HoldOut.TIME, PARTS, 1))
        .allSatisfy(
            split -> {
              assertThat(split.trainingTo()).isBetween(59, 60);
              assertThat(split.validationTo()).isBetween(79, 80);
            });
  }

  @Test
  void of_series_assignsWholeSeries() {
    History history = history(10);
    List<SplitSeries> split = HistorySplit.of(history, HoldOut.SERIES, PARTS, 1);
    assertThat(split).hasSize(10);
    assertThat(split).filteredOn(one -> one.trainingTo() == 100).hasSize(6);
    assertThat(split)
        .filteredOn(one -> one.trainingTo() == 0 && one.validationTo() == 100)
        .hasSize(2);
    assertThat(split).filteredOn(one -> one.validationTo() == 0).hasSize(2);
    assertThat(split).isEqualTo(HistorySplit.of(history, HoldOut.SERIES, PARTS, 1));
  }

  @Test
  void of_tooFewSeries_isRejectedWithTheRemedy() {
    assertThatThrownBy(() -> HistorySplit.of(history(2), HoldOut.SERIES, PARTS, 1))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("series=2")
        .hasMessageContaining("hold out time");
  }
}
