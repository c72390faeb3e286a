package dev.weir.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastReportTest {

  private static final ForecastReport REPORT =
      new ForecastReport(
          List.of(
              new SeriesError("good", 100, 1, 2, 4, 24, 2),
              new SeriesError("bad", 100, 3, 2, 2, 0, 1),
              new SeriesError("still", 100, 0, 0, 0, 0, 0)));

  @Test
  void report_namesTheSeriesThatPersistenceForecastsBetter() {
    assertThat(REPORT.better()).isEqualTo(1);
    assertThat(REPORT.notBetter()).extracting(SeriesError::name).containsExactly("bad");
    assertThat(REPORT.text())
        .contains("Better than persistence on 1 of 2 series")
        .contains("not better: bad (1.500 times)")
        .contains("1 series stood still");
  }

  @Test
  void means_leaveOutWhatStoodStill() {
    assertThat(REPORT.meanMase(SeriesError::model)).isEqualTo((0.5 + 3) / 2);
    assertThat(REPORT.meanRatio()).isCloseTo(Math.sqrt(0.5 * 1.5), within(1e-12));
    assertThat(REPORT.metrics())
        .containsEntry("heldOut.series", 2.0)
        .containsEntry("heldOut.mase.seasonalNaive", 2.0)
        .containsEntry("heldOut.points", 200.0);
  }

  @Test
  void markdown_hasARowASeries() {
    assertThat(REPORT.markdown().lines()).hasSize(5);
    assertThat(REPORT.markdown())
        .contains("| good | 100 | 24 | 1.0000 | 2.0000 | 4.0000 | 0.500 |");
  }

  @Test
  void empty_hasNoMeans() {
    ForecastReport empty = new ForecastReport(List.of());
    assertThat(empty.metrics()).doesNotContainKey("heldOut.mase.model");
    assertThat(empty.text()).contains("0 series");
  }
}
