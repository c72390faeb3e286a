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
 * Iterator of the events of one CSV file. A series is named as in training: the path of the file in
 * the folder, without extension; with several value columns, followed by a slash and the column.
 */
final class CsvSeriesFile implements Iterator<MetricEvent>, AutoCloseable {

  private final String name;
  private final CsvRows rows;
  private final ArrayDeque<MetricEvent> pending = new ArrayDeque<>();
  private long skippedCells;

  CsvSeriesFile(Path folder, Path file) throws IOException {
    name =
        folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.csv(\\.gz)?$", "");
    rows = CsvRows.open(file, "");
    fill();
  }

  /** Returns the number of cells so far without a number or time. */
  long skippedCells() {
    return skippedCells;
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
        add(row, column);
      }
    }
  }

  private void add(CsvRows.Row row, int column) {
    double value = row.values()[column];
    if (row.timed() && MetricEvent.accepts(value)) {
      pending.add(new MetricEvent(series(column), row.timeMillis(), new double[] {value}));
    } else {
      skippedCells++;
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
