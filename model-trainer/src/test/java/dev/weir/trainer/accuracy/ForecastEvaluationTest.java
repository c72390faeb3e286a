// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.sandbox.model.PersistenceModel;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.history.SplitSeries;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastEvaluationTest {

  private static final int POINTS = 1000;

  @Test
  void evaluate_persistenceModel_hasTheErrorOfPersistence() {
    SeriesError error = evaluate();
    assertThat(error.points()).isEqualTo(150);
    assertThat(error.error(ForecasterKind.MODEL))
        .isCloseTo(error.error(ForecasterKind.PERSISTENCE), within(1e-9));
    assertThat(error.logScore(ForecasterKind.MODEL)).isFinite();
  }

  @Test
  void evaluate_sine_seasonalNaiveAndAutoregressionErrLittle() {
    SeriesError error = evaluate();
    assertThat(error.period()).isEqualTo(20);
    assertThat(error.error(ForecasterKind.SEASONAL_NAIVE)).isCloseTo(0, within(1e-9));
    assertThat(error.error(ForecasterKind.AUTOREGRESSION)).isLessThan(1e-3);
    // The mean step of a sine is the same in each whole period.
    assertThat(error.mase(ForecasterKind.PERSISTENCE)).isCloseTo(1, within(0.02));
  }

  private static SeriesError evaluate() {
    long[] times = IntStream.range(0, POINTS).mapToLong(t -> t * 60_000L).toArray();
    double[][] values =
        IntStream.range(0, POINTS)
            .mapToObj(t -> new double[] {Math.sin(2 * Math.PI * t / 20)})
            .toArray(double[][]::new);
    RecordedSeries series = new RecordedSeries("sine", List.of("value"), times, values);
    SplitSeries split = SplitSeries.of(series, new SplitFractions(0.7, 0.15));
    return new ForecastEvaluation(PersistenceModel.model())
        .evaluate(List.of(split))
        .errors()
        .get(0);
  }
}
