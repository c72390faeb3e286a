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

class HostVerdictsTest {

  private static final long STEP = 300_000;
  private static final int STREAM_POINT = 100;
  private static final Label SHIFT =
      new Label("host", AnomalyKind.LEVEL_SHIFT, 200 * STEP, 220 * STEP, 2);

  @Test
  void of_firstAlertInTheAnomalyOfItsFeature_isNamedRight() {
    HostVerdicts host = host(opening(230, 2), opening(230, 1));
    assertThat(host.verdicts()).singleElement().matches(CauseVerdict::isFound);
    assertThat(host.verdicts()).singleElement().matches(CauseVerdict::isNamedRight);
    assertThat(host.falseAlarms()).isZero();
  }

  @Test
  void of_firstAlertOfAnotherFeature_isFoundButNamedWrong() {
    HostVerdicts host = host(opening(200, 1), opening(201, 2));
    assertThat(host.verdicts()).singleElement().matches(CauseVerdict::isFound);
    assertThat(host.verdicts()).singleElement().matches(verdict -> !verdict.isNamedRight());
    CauseReport report = new CauseReport(List.of(host), List.of(host));
    assertThat(report.found()).isEqualTo(1);
    assertThat(report.namedRight()).isZero();
    assertThat(report.summary(Bootstrap.DEFAULT))
        .contains(
            "| joint | level shift | 1 | 1 | 0 | 0.00 |", "| joint | spike | 0 | 0 | 0 | - |");
    assertThat(report.rows()).contains("| level shift | memory | cpu | cpu |");
  }

  @Test
  void of_alertsOutsideTheAnomaly_areFalseInTheStreamAndDontCountInTheHistory() {
    HostVerdicts host = host(opening(99, 2), opening(100, 2), opening(199, 2), opening(231, 2));
    assertThat(host.verdicts()).singleElement().matches(verdict -> !verdict.isFound());
    assertThat(host.falseAlarms()).isEqualTo(3);
    assertThat(host.days()).isEqualTo(1);
  }

  private static HostVerdicts host(Opening... openings) {
    long[] times = new long[STREAM_POINT + 289];
    double[][] values = new double[times.length][CoupledHosts.FEATURES.size()];
    Arrays.setAll(times, t -> t * STEP);
    RecordedSeries series = new RecordedSeries("host", CoupledHosts.FEATURES, times, values);
    return HostVerdicts.of(series, STREAM_POINT, List.of(SHIFT), List.of(openings));
  }

  private static Opening opening(int row, int feature) {
    return new Opening(row * STEP, feature, 0.9);
  }
}
