// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetReportTest {

  private static final BudgetTarget WEEK = BudgetTarget.ALL.get(1);

  @Test
  void poisson_smallCounts_exactInterval() {
    // Garwood's table: 0 -> 0 to 3.689, 3 -> 0.619 to 8.767, 10 -> 4.795 to 18.390.
    assertThat(Poisson.lowestMean(0)).isZero();
    assertThat(Poisson.highestMean(0)).isCloseTo(3.689, within(0.001));
    assertThat(Poisson.lowestMean(3)).isCloseTo(0.619, within(0.001));
    assertThat(Poisson.highestMean(3)).isCloseTo(8.767, within(0.001));
    assertThat(Poisson.lowestMean(10)).isCloseTo(4.795, within(0.001));
    assertThat(Poisson.highestMean(10)).isCloseTo(18.390, within(0.001));
  }

  @Test
  void poisson_withinTwice_includesBothEnds() {
    // Mean 2: counts 1 to 4.
    double expected = Math.exp(-2) * (2 + 2 + 8 / 6.0 + 16 / 24.0);
    assertThat(Poisson.withinTwice(2)).isCloseTo(expected, within(1e-12));
    assertThat(Poisson.withinTwice(0.4)).isZero();
    assertThat(Poisson.withinTwice(1000)).isCloseTo(1, within(1e-9));
  }

  @Test
  void row_handCheckedCounts_withinTwice() {
    assertThat(row(10, 5).isWithinTwice()).isTrue();
    assertThat(row(10, 20).isWithinTwice()).isTrue();
    assertThat(row(10, 4).isWithinTwice()).isFalse();
    assertThat(row(10, 4).mayBeWithinTwice()).isTrue();
    assertThat(row(10, 1).mayBeWithinTwice()).isTrue();
    assertThat(row(10, 0).mayBeWithinTwice()).isFalse();
    assertThat(row(0.1, 0).isWithinTwice()).isFalse();
    assertThat(row(0.1, 0).mayBeWithinTwice()).isTrue();
  }

  @Test
  void summary_severalSeries_addsCountsAndTimes() {
    BudgetReport report =
        new BudgetReport(Map.of(WEEK, List.of(row(10, 12), row(0.5, 3), row(1.5, 3))));
    assertThat(report.summary(Bootstrap.DEFAULT))
        .containsPattern("1 per week \\| all \\| 3 \\| 12.0 \\| 18 \\| 1.50 \\| .* \\| 0.67 ")
        .contains("| 1.00 of 2 | 1.00 |");
    assertThat(report.rowsBySeries()).contains("| test/series | 70.0 | 12 of 10.00 |");
  }

  private static BudgetRow row(double budgeted, long opened) {
    return new BudgetRow("test", "series", 7 * budgeted, budgeted, opened);
  }
}
