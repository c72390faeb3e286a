// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastReportTest {

  private static final ForecastReport REPORT =
      new ForecastReport(
          List.of(
              series("good", 24, 2, 1, 2, 4),
              series("bad", 0, 1, 3, 2, 2),
              series("constant", 0, 0, 0, 0, 0)));

  @Test
  void text_seriesNotBetter_areNamed() {
    assertThat(REPORT.better()).isEqualTo(1);
    assertThat(REPORT.notBetter()).extracting(SeriesError::name).containsExactly("bad");
    assertThat(REPORT.text())
        .contains("Better than persistence on 1 of 2 series")
        .contains("not better: bad (1.500 times)")
        .contains("1 constant series were left out");
  }

  @Test
  void means_constantSeries_areLeftOut() {
    assertThat(REPORT.meanMase(ForecasterKind.MODEL)).isEqualTo((0.5 + 3) / 2);
    assertThat(REPORT.meanRatio()).isCloseTo(Math.sqrt(0.5 * 1.5), within(1e-12));
    assertThat(REPORT.metrics())
        .containsEntry("heldOut.series", 2.0)
        .containsEntry("heldOut.mase.seasonalNaive", 2.0)
        .containsEntry("heldOut.points", 200.0);
  }

  @Test
  void metrics_empty_haveNoMeans() {
    ForecastReport empty = new ForecastReport(List.of());
    assertThat(empty.metrics()).doesNotContainKey("heldOut.mase.model");
    assertThat(empty.text()).contains("0 series");
  }

  private static SeriesError series(
      String name, int period, double scale, double model, double persistence, double seasonal) {
    return new SeriesError(
        name,
        100,
        Map.of(
            ForecasterKind.MODEL, new ForecastScore(model, -1),
            ForecasterKind.PERSISTENCE, new ForecastScore(persistence, -1),
            ForecasterKind.SEASONAL_NAIVE, new ForecastScore(seasonal, -1),
            ForecasterKind.AUTOREGRESSION, new ForecastScore(seasonal, -1)),
        period,
        scale);
  }
}
