// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.series.DuplicatePolicy;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderTest {

  private static final CsvConfig DEFAULT =
      new CsvConfig("", ColumnsAs.SERIES, false, ReorderConfig.DEFAULT);

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private History read(CsvConfig config) throws IOException {
    return new CsvFolder(folder, config).read();
  }

  @Test
  void read_folders_namesSeriesByPath() throws IOException {
    write("b/two.csv.gz", "time,value\n2026-01-01 00:00:00,1\n2026-01-01 00:05:00,2\n");
    write("one.csv", "timestamp,value\n1767225600,3.5\n1767225900,4\n");
    write("notes.txt", "not a CSV file");
    History history = read(DEFAULT);
    assertThat(history.series()).extracting(RecordedSeries::name).containsExactly("b/two", "one");
    assertThat(history.series().get(0).times())
        .containsExactly(1_767_225_600_000L, 1_767_225_900_000L);
    assertThat(history.series().get(1).times())
        .containsExactly(1_767_225_600_000L, 1_767_225_900_000L);
    assertThat(history.series().get(1).values()).isDeepEqualTo(new double[][] {{3.5}, {4}});
    assertThat(history.counts()).isEqualTo(new HistoryCounts(4, 0, 0, 0));
  }

  @Test
  void read_severalColumns_givesOneSeriesPerColumn() throws IOException {
    write("m.csv", "minute,cpu,mem,host,label\n0,1,10,a,0\n1,,11,a,0\n2,3,NaN,a,1\n");
    History history = read(DEFAULT);
    assertThat(history.series()).extracting(RecordedSeries::name).containsExactly("m/cpu", "m/mem");
    assertThat(history.series().get(0).times()).containsExactly(0, 2000);
    assertThat(history.counts()).isEqualTo(new HistoryCounts(4, 0, 0, 2));
  }

  @Test
  void read_columnsAsFeatures_leavesOutRowsWithMissingCells() throws IOException {
    write("m.csv", "t,cpu,mem\n0,1,10\n60,,11\n120,3,12\n");
    History history = read(new CsvConfig("", ColumnsAs.FEATURES, false, ReorderConfig.DEFAULT));
    RecordedSeries series = history.series().get(0);
    assertThat(series.name()).isEqualTo("m");
    assertThat(series.features()).containsExactly("cpu", "mem");
    assertThat(series.values()).isDeepEqualTo(new double[][] {{1, 10}, {3, 12}});
    assertThat(history.counts()).isEqualTo(new HistoryCounts(2, 0, 0, 1));
  }

  @Test
  void read_withoutHeader_readsTheFirstRowAsData() throws IOException {
    write("m.csv", "2026-01-01T00:00:00Z,1\n2026-01-01T00:01:00Z,2\n");
    assertThat(read(DEFAULT).series().get(0).length()).isEqualTo(2);
  }

  @Test
  void read_equalAndDecreasingTimes_areHandledByPolicy() throws IOException {
    write("m.csv", "time,value\n60,1\n120,2\n120,3\n60,4\n180,5\n");
    assertThat(read(DEFAULT).counts()).isEqualTo(new HistoryCounts(3, 1, 1, 0));
    CsvConfig keep =
        new CsvConfig("", ColumnsAs.SERIES, false, new ReorderConfig(DuplicatePolicy.KEEP, 0));
    assertThat(read(keep).counts()).isEqualTo(new HistoryCounts(5, 0, 0, 0));
    CsvConfig mean =
        new CsvConfig("", ColumnsAs.SERIES, false, new ReorderConfig(DuplicatePolicy.MEAN, 0));
    assertThat(read(mean).series().get(0).values()).isDeepEqualTo(new double[][] {{1}, {2.5}, {5}});
  }

  @Test
  void read_unsortedFile_givesAWarningAndCanBeSorted() throws IOException {
    write("m.csv", "time,value\n180,3\n120,2\n60,1\n");
    History unsorted = read(DEFAULT);
    assertThat(unsorted.counts()).isEqualTo(new HistoryCounts(1, 0, 2, 0));
    assertThat(unsorted.warnings()).singleElement().asString().contains("late=2", "--sort true");
    History sorted = read(new CsvConfig("", ColumnsAs.SERIES, true, ReorderConfig.DEFAULT));
    assertThat(sorted.counts()).isEqualTo(new HistoryCounts(3, 0, 0, 0));
    assertThat(sorted.series().get(0).values()).isDeepEqualTo(new double[][] {{1}, {2}, {3}});
  }

  @Test
  void read_rowsWithoutTime_areCountedWithAWarning() throws IOException {
    write("m.csv", "time,value\n60,1\nyesterday,2\n120,3\n");
    History history = read(DEFAULT);
    assertThat(history.counts()).isEqualTo(new HistoryCounts(2, 0, 0, 1));
    assertThat(history.warnings()).singleElement().asString().contains("m.csv").contains("rows=1");
  }

  @Test
  void read_timeColumnOption_selectsItByName() throws IOException {
    write("m.csv", "time,seen,value\n60,1767225600,1\n120,1767225660,2\n");
    CsvConfig config = new CsvConfig("seen", ColumnsAs.SERIES, false, ReorderConfig.DEFAULT);
    assertThat(read(config).series()).extracting(RecordedSeries::name).contains("m/time");
  }

  @Test
  void read_fileWithoutSeries_isLeftOutWithAWarning() throws IOException {
    write("good.csv", "time,value\n60,1\n120,2\n");
    write("scores.csv", "name,colour\nx,red\n");
    History history = read(DEFAULT);
    assertThat(history.series()).hasSize(1);
    assertThat(history.warnings()).singleElement().asString().contains("scores.csv");
  }

  @Test
  void read_nothingUsable_isRejectedWithThePath() throws IOException {
    assertThatThrownBy(() -> read(DEFAULT))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("no data")
        .hasMessageContaining(folder.toString());
    write("scores.csv", "name,colour\nx,red\n");
    assertThatThrownBy(() -> read(DEFAULT))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("time column")
        .hasMessageContaining("scores.csv");
    assertThatThrownBy(() -> new CsvFolder(folder.resolve("absent"), DEFAULT).read())
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("absent");
  }
}
