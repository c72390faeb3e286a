// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reader of the series in one CSV file. */
final class CsvFile {

  private final Path file;
  private final String name;
  private final CsvConfig config;
  private long rowsWithoutTime;

  /**
   * @param name name of the series, or prefix of the names
   */
  CsvFile(Path file, String name, CsvConfig config) {
    this.file = file;
    this.name = name;
    this.config = config;
  }

  /** Reads all rows. */
  List<SeriesBuilder> read() throws IOException {
    try (CsvRows rows = CsvRows.open(file, config.timeColumn())) {
      if (!rows.hasNext()) {
        return List.of();
      }
      List<SeriesBuilder> builders = builders(rows.names());
      rows.forEachRemaining(row -> add(row, builders));
      return builders;
    }
  }

  private List<SeriesBuilder> builders(List<String> columns) {
    boolean single = columns.size() == 1;
    if (single || config.columnsAs() == ColumnsAs.FEATURES) {
      List<String> features = single ? List.of(RecordedSeries.ONLY_FEATURE) : columns;
      return List.of(builder(name, features));
    }
    List<String> only = List.of(RecordedSeries.ONLY_FEATURE);
    return columns.stream().map(column -> builder(name + "/" + column, only)).toList();
  }

  private SeriesBuilder builder(String series, List<String> features) {
    return new SeriesBuilder(series, features, config.rules(), config.sorted());
  }

  private void add(CsvRows.Row row, List<SeriesBuilder> builders) {
    if (!row.timed()) {
      rowsWithoutTime++;
      return;
    }
    if (builders.size() == 1) {
      builders.get(0).add(row.timeMillis(), row.values());
      return;
    }
    for (int i = 0; i < builders.size(); i++) {
      builders.get(i).add(row.timeMillis(), new double[] {row.values()[i]});
    }
  }

  /** Rows that were left out because their time can't be read. */
  long rowsWithoutTime() {
    return rowsWithoutTime;
  }
}
