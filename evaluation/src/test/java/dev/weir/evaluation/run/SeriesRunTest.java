// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.evaluation.budget.BudgetReport;
import dev.weir.evaluation.budget.BudgetRow;
import dev.weir.evaluation.corpus.SeriesCorpus;
import dev.weir.sandbox.model.PersistenceModel;
import dev.weir.series.RecordedSeries;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesRunTest {

  private static final int ROWS = 2000;
  private static final int SPIKE = 1500;
  private static final long STEP_MILLIS = 300_000;

  private final long[] times = IntStream.range(0, ROWS).mapToLong(t -> t * STEP_MILLIS).toArray();
  private final double[][] values = quietWithOneSpike();

  @Test
  void of_quietSeriesWithASpike_alertsAtTheSpike() {
    Detector detector = new Detector(PersistenceModel.model(), DetectorConfig.DEFAULT);
    SeriesRun run = SeriesRun.of(detector, times, values);
    assertThat(run.scores()).hasSize(ROWS);
    assertThat(run.firstScored()).isEqualTo(DetectorConfig.DEFAULT.warmUpPoints());
    assertThat(run.alerted()[SPIKE]).isTrue();
    assertThat(run.incidents()).anyMatch(incident -> incident.first() == SPIKE);
    for (Span incident : run.incidents()) {
      assertThat(run.alerted()[incident.first()]).isTrue();
      assertThat(incident.last()).isLessThan(ROWS);
    }
  }

  @Test
  void budget_oneSeries_daysAreScoredPointsTimesInterval() {
    RecordedSeries series = new RecordedSeries("quiet", List.of("value"), times, values);
    BudgetReport report =
        BudgetReport.of(
            PersistenceModel.model(), List.of(new SeriesCorpus("test", List.of(series))));
    double days = (ROWS - DetectorConfig.DEFAULT.warmUpPoints()) * STEP_MILLIS / 86_400_000.0;
    assertThat(report.rows().values())
        .allSatisfy(rows -> assertThat(rows).extracting(BudgetRow::days).containsExactly(days));
    assertThat(report.rows().values().iterator().next().get(0).opened()).isPositive();
  }

  private static double[][] quietWithOneSpike() {
    Random random = new Random(2);
    double[][] values = new double[ROWS][];
    for (int t = 0; t < ROWS; t++) {
      values[t] = new double[] {10 + random.nextGaussian() + (t == SPIKE ? 100 : 0)};
    }
    return values;
  }
}
