// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.series.RecordedSeries;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrainableHistoryTest {

  private static RecordedSeries series(String name, int length, IntToDoubleFunction value) {
    return new RecordedSeries(
        name,
        List.of("value"),
        LongStream.range(0, length).map(t -> t * 60_000).toArray(),
        IntStream.range(0, length)
            .mapToObj(t -> new double[] {value.applyAsDouble(t)})
            .toArray(double[][]::new));
  }

  private static History history(RecordedSeries... series) {
    return new History("here", List.of(series), HistoryCounts.NONE, List.of());
  }

  @Test
  void of_mixed_leavesOutSeriesWithAWarningEach() {
    History history =
        TrainableHistory.of(
            history(
                series("empty", 0, t -> t),
                series("short", 99, t -> t),
                series("constant", 500, t -> 7),
                series("good", 500, t -> t % 10)));
    assertThat(history.series()).extracting(RecordedSeries::name).containsExactly("good");
    assertThat(history.warnings())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("empty").contains("no finite value"))
        .anySatisfy(line -> assertThat(line).contains("short").contains("points=99"))
        .anySatisfy(line -> assertThat(line).contains("constant"));
  }

  @Test
  void of_nothingUsable_isRejectedWithReasonAndSource() {
    assertRejected(history(), "no data", "here");
    assertRejected(history(series("a", 0, t -> t)), "no finite value", "as a");
    assertRejected(history(series("a", 99, t -> t)), "too short", "points=99", "100");
    assertRejected(
        history(series("a", 500, t -> 1), series("b", 500, t -> 2)), "2 of them", "constant");
  }

  @Test
  void of_differentFeatureCounts_isRejected() {
    RecordedSeries one = series("one", 200, t -> t);
    RecordedSeries two =
        new RecordedSeries(
            "two",
            List.of("a", "b"),
            one.times(),
            IntStream.range(0, 200).mapToObj(t -> new double[] {t, -t}).toArray(double[][]::new));
    assertRejected(history(one, two), "the same number of features", "one", "two");
  }

  private static void assertRejected(History history, String... parts) {
    assertThatThrownBy(() -> TrainableHistory.of(history))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void split_unevenTimes_splitsByTime() {
    long[] times = LongStream.concat(LongStream.range(0, 900), LongStream.of(9_999)).toArray();
    double[][] values =
        IntStream.range(0, 901).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
    SplitSeries split =
        SplitSeries.of(
            new RecordedSeries("s", List.of("value"), times, values),
            new SplitFractions(0.05, 0.5));
    assertThat(split.trainingTo()).isEqualTo(500);
    assertThat(split.validationTo()).isEqualTo(900);
  }

  @Test
  void fractions_noneLeftForEvaluation_areRejected() {
    assertThatThrownBy(() -> new SplitFractions(0.8, 0.2))
        .hasMessageContaining("training-part=0.8");
    assertThatThrownBy(() -> new SplitFractions(0, 0.2)).hasMessageContaining("training-part=0.0");
  }
}
