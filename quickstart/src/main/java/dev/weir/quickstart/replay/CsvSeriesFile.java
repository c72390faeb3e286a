package dev.weir.quickstart.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weir.event.EventTime;
import dev.weir.event.MetricEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The rows of one CSV file as events: the first column is the time, every other one a series of its
 * own, except {@code label}. Named after the file's path below the folder, without ending; with
 * several columns, then a slash and the column.
 */
final class CsvSeriesFile implements Iterator<MetricEvent>, AutoCloseable {

  private static final String LABEL_COLUMN = "label";

  private final String name;
  private final CsvReader<NamedCsvRecord> reader;
  private final Iterator<NamedCsvRecord> rows;
  private final ArrayDeque<MetricEvent> pending = new ArrayDeque<>();
  private long missing;

  CsvSeriesFile(Path folder, Path file) throws IOException {
    name =
        folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.csv(\\.gz)?$", "");
    InputStream bytes = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
    rows = reader.iterator();
    fill();
  }

  /** Cells so far that held no finite number, and thus no event. */
  long missing() {
    return missing;
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  @Override
  public MetricEvent next() {
    if (pending.isEmpty()) {
      throw new NoSuchElementException(name);
    }
    MetricEvent event = pending.remove();
    fill();
    return event;
  }

  MetricEvent peek() {
    return pending.element();
  }

  private void fill() {
    while (pending.isEmpty() && rows.hasNext()) {
      NamedCsvRecord row = rows.next();
      List<String> header = row.getHeader();
      long time = time(row);
      for (int column = 1; column < header.size(); column++) {
        if (!header.get(column).equals(LABEL_COLUMN)) {
          event(time, header, column, row);
        }
      }
    }
  }

  private long time(NamedCsvRecord row) {
    try {
      return EventTime.parseMillis(row.getField(0));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + ".csv, line " + row.getStartingLineNumber() + ": " + e.getMessage(), e);
    }
  }

  private void event(long time, List<String> header, int column, NamedCsvRecord row) {
    Optional<Double> value = row.findField(header.get(column)).flatMap(CsvSeriesFile::number);
    if (value.isEmpty()) {
      missing++;
      return;
    }
    boolean single = header.stream().filter(title -> !title.equals(LABEL_COLUMN)).count() == 2;
    String series = single ? name : name + "/" + header.get(column);
    pending.add(new MetricEvent(series, time, new double[] {value.get()}));
  }

  private static Optional<Double> number(String cell) {
    try {
      return Optional.of(Double.valueOf(cell.strip())).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
