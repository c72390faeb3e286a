// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import dev.weir.event.MetricEvent;
import dev.weir.trainer.history.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of one CSV file as events, named as training names them: after the file's path below the
 * folder, without ending; with several value columns, then a slash and the column.
 */
final class CsvSeriesFile implements Iterator<MetricEvent>, AutoCloseable {

  private final String name;
  private final CsvRows rows;
  private final ArrayDeque<MetricEvent> pending = new ArrayDeque<>();
  private long missing;

  CsvSeriesFile(Path folder, Path file) throws IOException {
    name =
        folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.csv(\\.gz)?$", "");
    rows = CsvRows.open(file, "");
    fill();
  }

  /** Cells so far that held no number, or had no time, and thus gave no event. */
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
      CsvRows.Row row = rows.next();
      for (int column = 0; column < row.values().length; column++) {
        event(row, column);
      }
    }
  }

  private void event(CsvRows.Row row, int column) {
    double value = row.values()[column];
    if (row.timed() && MetricEvent.accepts(value)) {
      pending.add(new MetricEvent(series(column), row.timeMillis(), new double[] {value}));
    } else {
      missing++;
    }
  }

  private String series(int column) {
    return rows.names().size() == 1 ? name : name + "/" + rows.names().get(column);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
