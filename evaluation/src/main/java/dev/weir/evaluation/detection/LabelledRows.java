// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weir.event.EventTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Rows of a CSV file with labels.
 *
 * <p>The first column is the time, in minutes if it is called {@code minute}. The last column is
 * {@code label}, 1 on anomalous rows.
 *
 * @param times milliseconds since 1970, {@code [row]}
 * @param values all columns between time and label, {@code [row, feature]}
 * @param labels whether a row is anomalous, {@code [row]}
 */
public record LabelledRows(long[] times, double[][] values, boolean[] labels) {

  private static final String LABEL = "label";
  private static final String MINUTE = "minute";
  private static final long MILLIS_PER_MINUTE = 60_000;

  /** Reads a plain or gzipped file; returns no rows if it has no labels. */
  public static LabelledRows read(Path file) throws IOException {
    List<NamedCsvRecord> records = records(file);
    if (records.isEmpty() || !records.get(0).getHeader().contains(LABEL)) {
      return new LabelledRows(new long[0], new double[0][], new boolean[0]);
    }
    long[] times = new long[records.size()];
    double[][] values = new double[records.size()][];
    boolean[] labels = new boolean[records.size()];
    boolean minutes = records.get(0).getHeader().get(0).equals(MINUTE);
    for (int row = 0; row < times.length; row++) {
      List<String> cells = records.get(row).getFields();
      times[row] =
          minutes
              ? MILLIS_PER_MINUTE * Long.parseLong(cells.get(0))
              : EventTime.parseMillis(cells.get(0));
      values[row] =
          cells.subList(1, cells.size() - 1).stream().mapToDouble(Double::parseDouble).toArray();
      labels[row] = Double.parseDouble(records.get(row).getField(LABEL)) > 0;
    }
    return new LabelledRows(times, values, labels);
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    List<NamedCsvRecord> records = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      CsvReader.builder().ofNamedCsvRecord(plain, StandardCharsets.UTF_8).forEach(records::add);
    }
    return records;
  }
}
