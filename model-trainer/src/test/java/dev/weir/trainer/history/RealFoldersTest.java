// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.sandbox.junit.SharedData;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RealFoldersTest {

  /** Seven files end without a newline, so this is more than the number of newlines. */
  private static final int NAB_ROWS = 365_558;

  private static History nab(DuplicatePolicy policy) throws IOException {
    CsvConfig config = new CsvConfig("", ColumnsAs.SERIES, false, new ReorderConfig(policy, 0));
    return new CsvFolder(SharedData.folder("nab"), config).read();
  }

  @Test
  void nab_policyKeep_keepsEveryRow() throws IOException {
    History history = nab(DuplicatePolicy.KEEP);
    assertThat(history.series()).hasSize(58);
    assertThat(history.series())
        .extracting(RecordedSeries::name)
        .contains("realTweets/Twitter_volume_AAPL");
    assertThat(history.counts()).isEqualTo(new HistoryCounts(NAB_ROWS, 0, 0, 0));
  }

  @Test
  void nab_policyFirst_dropsDuplicatesAndLateRows() throws IOException {
    HistoryCounts counts = nab(DuplicatePolicy.FIRST).counts();
    assertThat(counts.kept() + counts.duplicates() + counts.late()).isEqualTo(NAB_ROWS);
    assertThat(counts.duplicates() + counts.late()).isEqualTo(49);
    assertThat(counts.late()).isPositive();
  }

  @Test
  void others_manyColumnsAndMissingCells_areRead() throws IOException {
    CsvConfig config = new CsvConfig("", ColumnsAs.SERIES, false, ReorderConfig.DEFAULT);
    History unlabelled = new CsvFolder(SharedData.folder("series/unlabelled"), config).read();
    assertThat(unlabelled.series())
        .extracting(RecordedSeries::name)
        .contains("est_hourly/COMED", "ETTh1/OT", "seattle_trail/Bike North")
        .hasSize(12 + 7 + 7 + 5 + 2 + 2);
    History kpi = new CsvFolder(SharedData.folder("series/kpi"), config).read();
    assertThat(kpi.series()).extracting(RecordedSeries::name).contains("cpu4").hasSize(3);
  }

  @Test
  void machines_columnsAsFeatures_leaveOutTheLabel() throws IOException {
    CsvConfig config = new CsvConfig("", ColumnsAs.FEATURES, false, ReorderConfig.DEFAULT);
    History history = new CsvFolder(SharedData.folder("series/smd"), config).read();
    assertThat(history.series()).hasSize(6);
    assertThat(history.series()).allSatisfy(series -> assertThat(series.features()).hasSize(38));
  }
}
