// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessiveHalvingTest {

  private final List<Rung> rungs = new ArrayList<>();
  private final List<List<Trial<Integer>>> trialsByRung = new ArrayList<>();

  private SuccessiveHalving<Integer> search(SuccessiveHalving.Attempt<Integer> attempt) {
    return new SuccessiveHalving<>(
        attempt,
        (rung, trials) -> {
          rungs.add(rung);
          trialsByRung.add(trials);
        });
  }

  private static List<Integer> configurations(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static Trial<Integer> distanceTo(int best, int configuration) {
    return new Trial<>(configuration, Math.abs(configuration - best), 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 10, 27, 40})
  void best_anyNumber_hasTheLowestLoss(int count) {
    int best = count / 2;
    Integer found = search((c, rung) -> distanceTo(best, c)).best(configurations(count));
    assertThat(found).isEqualTo(best);
  }

  @Test
  void best_of27_keepsAThirdAndTriplesTheBudget() {
    search((c, rung) -> distanceTo(5, c)).best(configurations(27));
    assertThat(rungs).extracting(Rung::configurations).containsExactly(27, 9, 3);
    assertThat(rungs.get(0).part()).isCloseTo(1.0 / 27, within(1e-12));
    assertThat(rungs.get(1).part()).isCloseTo(1.0 / 9, within(1e-12));
    assertThat(rungs.get(2).part()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void best_eachRung_isReportedBestFirst() {
    search((c, rung) -> distanceTo(0, c)).best(List.of(2, 0, 1));
    assertThat(trialsByRung.get(0)).extracting(Trial::configuration).containsExactly(0, 1, 2);
  }

  @Test
  void best_lossNotFinite_comesLast() {
    double[] losses = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 7};
    assertThat(search((c, rung) -> new Trial<>(c, losses[c], 1)).best(configurations(4)))
        .isEqualTo(3);
  }

  @Test
  void best_equalLosses_isTheFirst() {
    assertThat(search((c, rung) -> new Trial<>(c, 1, 1)).best(configurations(9))).isZero();
  }

  @Test
  void best_ofNone_isRejected() {
    assertThatThrownBy(() -> search((c, rung) -> distanceTo(0, c)).best(List.of()))
        .hasMessageContaining("found=0");
  }
}
