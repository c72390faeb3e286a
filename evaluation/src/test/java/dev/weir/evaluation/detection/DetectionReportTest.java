// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.run.SeriesRun;
import dev.weir.evaluation.run.Span;
import dev.weir.evaluation.vus.VusPr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionReportTest {

  private static final int ROWS = 200;

  /** Anomalies at 10 (in probation), 50 to 59, 100 to 109 and 150 to 159. */
  private static final LabelledSeries SERIES =
      new LabelledSeries(
          "test",
          "series",
          new LabelledRows(
              new long[ROWS],
              new double[ROWS][1],
              labels(new Span(10, 10), new Span(50, 59), new Span(100, 109), new Span(150, 159))),
          0);

  @Test
  void of_handCheckedRun_countsAnomaliesAndIncidents() {
    // Alerts at 5 and 10 (probation), 52 and 55 (found after 2), 80 (false), 95, whose incident
    // goes
    // on to 101 without an alert in the anomaly (true, but not found), 158 (after 8).
    SeriesRun run =
        run(
            List.of(5, 10, 52, 55, 80, 95, 158),
            List.of(
                new Span(5, 10),
                new Span(52, 55),
                new Span(80, 81),
                new Span(95, 101),
                new Span(158, 170)));
    Detections found = Detections.of(SERIES, List.of(run));
    assertThat(found.anomalies()).isEqualTo(3);
    assertThat(found.delays()).containsExactly(2, 8);
    assertThat(found.incidents()).isEqualTo(4);
    assertThat(found.trueIncidents()).isEqualTo(3);
    assertThat(DetectionReport.recall(List.of(found))).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(DetectionReport.precision(List.of(found))).isEqualTo(0.75);
    assertThat(DetectionReport.f1(List.of(found))).isCloseTo(12 / 17.0, within(1e-12));
    assertThat(DetectionReport.medianDelay(List.of(found))).isEqualTo(5);
    boolean[] labels = Arrays.copyOfRange(SERIES.rows().labels(), SERIES.probationRows(), ROWS);
    double constantScore = VusPr.of(labels, new double[labels.length], 125);
    assertThat(found.vusPr()).isEqualTo(constantScore);
    assertThat(new DetectionReport(List.of(found)).summary(Bootstrap.DEFAULT))
        .contains("| test | 1 | 2 of 3 | 0.667 | 3 of 4 | 0.750 | 0.706 | 0.000 | 5.0 |");
  }

  @Test
  void of_oneRunPerFeature_anyAlertFindsAndEveryIncidentCounts() {
    SeriesRun first = run(List.of(57), List.of(new Span(57, 57)));
    SeriesRun second = run(List.of(51, 120), List.of(new Span(51, 51), new Span(120, 120)));
    Detections found = Detections.of(SERIES, List.of(first, second));
    assertThat(found.delays()).containsExactly(1);
    assertThat(found.incidents()).isEqualTo(3);
    assertThat(found.trueIncidents()).isEqualTo(2);
  }

  @Test
  void read_labelledFile_mergesLabelsWithinTheSlack(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder("minute,f1,f2,label\n");
    for (int row = 0; row < 60; row++) {
      boolean label = row == 20 || row == 30 || row == 45;
      text.append(row).append(",1,2.5,").append(label ? 1 : 0).append('\n');
    }
    Files.writeString(folder.resolve("machine.csv"), text);
    Files.writeString(folder.resolve("train.csv"), "minute,f1\n0,1\n");
    List<LabelledSeries> series = LabelledFolder.read(folder);
    assertThat(series).hasSize(1);
    assertThat(series.get(0).name()).isEqualTo("machine");
    assertThat(series.get(0).anomalies()).containsExactly(new Span(20, 30), new Span(45, 45));
    assertThat(series.get(0).times()[2]).isEqualTo(120_000);
    assertThat(series.get(0).values()[0]).containsExactly(1, 2.5);
  }

  @Test
  void read_folderWithoutLabels_isRejected(@TempDir Path folder) {
    assertThatThrownBy(() -> LabelledFolder.read(folder)).hasMessageContaining("label");
  }

  private static boolean[] labels(Span... spans) {
    boolean[] labels = new boolean[ROWS];
    for (Span span : spans) {
      Arrays.fill(labels, span.first(), span.last() + 1, true);
    }
    return labels;
  }

  private static SeriesRun run(List<Integer> alerted, List<Span> incidents) {
    boolean[] rows = new boolean[ROWS];
    alerted.forEach(row -> rows[row] = true);
    return new SeriesRun(new double[ROWS], new double[ROWS], rows, incidents, 0);
  }
}
