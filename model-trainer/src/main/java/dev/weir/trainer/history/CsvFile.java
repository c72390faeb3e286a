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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** One CSV file, plain or gzipped, with or without a header. */
final class CsvFile {

  private static final int SAMPLE_ROWS = 1000;

  private final Path file;
  private final String name;
  private final CsvConfig config;
  private long rowsWithoutTime;

  /**
   * @param name what its series are called
   */
  CsvFile(Path file, String name, CsvConfig config) {
    this.file = file;
    this.name = name;
    this.config = config;
  }

  /** Reads its series. */
  List<SeriesBuilder> read() throws IOException {
    try (InputStream bytes = open();
        CsvReader<CsvRecord> reader =
            CsvReader.builder().ofCsvRecord(bytes, StandardCharsets.UTF_8);
        CloseableIterator<CsvRecord> rows = reader.iterator()) {
      return rows.hasNext() ? read(rows) : List.of();
    } catch (CsvParseException e) {
      throw new IOException(file + " is no CSV file: " + e.getMessage(), e);
    }
  }

  private InputStream open() throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private List<SeriesBuilder> read(CloseableIterator<CsvRecord> rows) {
    List<List<String>> sample = new ArrayList<>();
    while (rows.hasNext() && sample.size() <= SAMPLE_ROWS) {
      sample.add(rows.next().getFields());
    }
    List<String> header = header(sample);
    if (sample.isEmpty()) {
      return List.of();
    }
    CsvColumns columns = CsvColumns.find(file.toString(), header, sample, config.timeColumn());
    List<SeriesBuilder> builders = builders(columns);
    sample.forEach(row -> add(row, columns, builders));
    while (rows.hasNext()) {
      add(rows.next().getFields(), columns, builders);
    }
    return builders;
  }

  /** Takes the header off the rows, or makes one up where the first row is data already. */
  private static List<String> header(List<List<String>> rows) {
    List<String> first = rows.get(0);
    boolean data = first.stream().anyMatch(cell -> CsvColumns.isTime(cell.strip()));
    if (data) {
      return IntStream.range(0, first.size()).mapToObj(i -> "column" + (i + 1)).toList();
    }
    return rows.remove(0);
  }

  private List<SeriesBuilder> builders(CsvColumns columns) {
    boolean single = columns.names().size() == 1;
    if (single || config.columnsAs() == ColumnsAs.FEATURES) {
      List<String> features = single ? List.of(HistorySeries.ONLY_FEATURE) : columns.names();
      return List.of(builder(name, features));
    }
    List<String> only = List.of(HistorySeries.ONLY_FEATURE);
    return columns.names().stream().map(column -> builder(name + "/" + column, only)).toList();
  }

  private SeriesBuilder builder(String series, List<String> features) {
    return new SeriesBuilder(series, features, config.rules(), config.sorted());
  }

  private void add(List<String> row, CsvColumns columns, List<SeriesBuilder> builders) {
    long millis = CsvColumns.timeMillis(CsvColumns.cell(row, columns.time()));
    if (millis == CsvColumns.NO_TIME) {
      rowsWithoutTime++;
      return;
    }
    double[] values = new double[columns.values().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = CsvColumns.number(CsvColumns.cell(row, columns.values().get(i)));
    }
    if (builders.size() == 1) {
      builders.get(0).add(millis, values);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      builders.get(i).add(millis, new double[] {values[i]});
    }
  }

  /** Rows left out since their time can't be read. */
  long rowsWithoutTime() {
    return rowsWithoutTime;
  }
}
