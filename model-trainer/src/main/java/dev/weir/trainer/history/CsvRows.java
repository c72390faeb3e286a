// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Iterator over the rows of one CSV file, plain or gzipped, with or without a header.
 *
 * <p>Rows are in the order of the file. Training and replay both read with it.
 */
public final class CsvRows implements Iterator<CsvRows.Row>, AutoCloseable {

  private static final int SAMPLE_ROWS = 1000;

  private final CloseableIterator<CsvRecord> records;
  private final Deque<List<String>> sample = new ArrayDeque<>();
  private final CsvColumns columns;

  /**
   * One row.
   *
   * @param timeMillis time, milliseconds
   * @param timed whether the time could be read
   * @param values one number per value column, NaN if the cell has none
   */
  public record Row(long timeMillis, boolean timed, double[] values) {}

  private CsvRows(Path file, String timeColumn, CloseableIterator<CsvRecord> records) {
    this.records = records;
    List<List<String>> first = new ArrayList<>();
    while (records.hasNext() && first.size() <= SAMPLE_ROWS) {
      first.add(records.next().getFields());
    }
    List<String> header = first.isEmpty() ? List.of() : header(first);
    columns =
        first.isEmpty()
            ? new CsvColumns(0, List.of(), List.of())
            : CsvColumns.find(file.toString(), header, first, timeColumn);
    sample.addAll(first);
  }

  /**
   * Opens a file and finds its columns.
   *
   * @param timeColumn name of the time column; empty: found by well-known names or by content
   * @throws UntrainableException if there is no time column or no column of numbers
   * @throws IOException if the file can't be read or is not CSV
   */
  public static CsvRows open(Path file, String timeColumn) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream plain =
          file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(plain, StandardCharsets.UTF_8);
      return new CsvRows(file, timeColumn, reader.iterator());
    } catch (CsvParseException e) {
      bytes.close();
      throw new IOException(file + " is not a CSV file: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Removes and returns the header, or makes one if the first row is data. */
  private static List<String> header(List<List<String>> rows) {
    List<String> first = rows.get(0);
    boolean data = first.stream().anyMatch(cell -> CsvColumns.isTime(cell.strip()));
    if (data) {
      return IntStream.range(0, first.size()).mapToObj(i -> "column" + (i + 1)).toList();
    }
    return rows.remove(0);
  }

  /** Names of the value columns, in the order of a row's values; empty if the file has no rows. */
  public List<String> names() {
    return columns.names();
  }

  @Override
  public boolean hasNext() {
    return !sample.isEmpty() || records.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the file has no more rows");
    }
    return row(sample.isEmpty() ? records.next().getFields() : sample.remove());
  }

  private Row row(List<String> cells) {
    long millis = CsvColumns.timeMillis(CsvColumns.cell(cells, columns.time()));
    double[] values = new double[columns.values().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = CsvColumns.number(CsvColumns.cell(cells, columns.values().get(i)));
    }
    return new Row(millis, millis != CsvColumns.NO_TIME, values);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
