// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.sandbox.synthetic.AnomalyKind;
import dev.weir.sandbox.synthetic.CoupledHosts;
import dev.weir.sandbox.synthetic.Label;
import dev.weir.series.RecordedSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostOutcomesTest {

  private static final long STEP = 300_000;
  private static final int FIRST_POINT = 100;
  private static final Label SHIFT =
      new Label("host", AnomalyKind.LEVEL_SHIFT, 200 * STEP, 220 * STEP, 2);

  @Test
  void of_firstAlertInTheAnomalyOfItsFeature_isIdentified() {
    HostOutcomes host = host(alert(230, 2), alert(230, 1));
    assertThat(host.anomalies()).singleElement().matches(CauseOutcome::isFound);
    assertThat(host.anomalies()).singleElement().matches(CauseOutcome::isIdentified);
    assertThat(host.falseAlarms()).isZero();
  }

  @Test
  void of_firstAlertOfAnotherFeature_isFoundButNamedWrong() {
    HostOutcomes host = host(alert(200, 1), alert(201, 2));
    assertThat(host.anomalies()).singleElement().matches(CauseOutcome::isFound);
    assertThat(host.anomalies()).singleElement().matches(anomaly -> !anomaly.isIdentified());
    CauseReport report = new CauseReport(List.of(host), List.of(host));
    assertThat(report.found()).isEqualTo(1);
    assertThat(report.identified()).isZero();
    assertThat(report.summary(Bootstrap.DEFAULT))
        .contains(
            "| joint | level shift | 1 | 1 | 0 | 0.00 |", "| joint | spike | 0 | 0 | 0 | - |");
    assertThat(report.rows()).contains("| level shift | memory | cpu | cpu |");
  }

  @Test
  void of_alertsOutsideTheAnomaly_areFalseInTheStreamAndDontCountInTheHistory() {
    HostOutcomes host = host(alert(99, 2), alert(100, 2), alert(199, 2), alert(231, 2));
    assertThat(host.anomalies()).singleElement().matches(anomaly -> !anomaly.isFound());
    assertThat(host.falseAlarms()).isEqualTo(3);
    assertThat(host.days()).isEqualTo(1);
  }

  private static HostOutcomes host(OpenedAlert... alerts) {
    long[] times = new long[FIRST_POINT + 289];
    double[][] values = new double[times.length][CoupledHosts.FEATURES.size()];
    Arrays.setAll(times, t -> t * STEP);
    RecordedSeries series = new RecordedSeries("host", CoupledHosts.FEATURES, times, values);
    return HostOutcomes.of(series, FIRST_POINT, List.of(SHIFT), List.of(alerts));
  }

  private static OpenedAlert alert(int row, int feature) {
    return new OpenedAlert(row * STEP, feature, 0.9);
  }
}
