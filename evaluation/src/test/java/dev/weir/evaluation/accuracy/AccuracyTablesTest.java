// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.accuracy.ForecastScore;
import dev.weir.trainer.accuracy.ForecasterKind;
import dev.weir.trainer.accuracy.SeriesError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTablesTest {

  private static final ForecastReport REPORT =
      new ForecastReport(
          List.of(
              series("good", 24, 2, 1, 2, 4),
              series("bad", 0, 1, 3, 2, 2),
              series("constant", 0, 0, 0, 0, 0)));

  private static final AccuracyTables TABLES = new AccuracyTables(REPORT);

  @Test
  void rows_hasOneRowPerSeries() {
    assertThat(TABLES.rows().lines()).hasSize(5);
    assertThat(TABLES.rows()).contains("| good | 100 | 24 | 0.5000 | 1.0000 | 2.0000 | 2.0000 |");
  }

  @Test
  void summary_hasMeansAndDifferencesFromTheModel() {
    // MASE of the model: 1/2 and 3; of persistence: 1 and 2; so persistence is better by 0.25.
    assertThat(TABLES.summary(Bootstrap.DEFAULT))
        .contains("| model | 1.7500 |")
        .containsPattern(
            "persistence \\| 1\\.5000 \\| [0-9.]+ \\| -1\\.0000 .* -0\\.2500 .* 1 of 2 \\|");
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
