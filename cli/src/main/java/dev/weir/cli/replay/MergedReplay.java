// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import dev.weir.event.MetricEvent;
import dev.weir.trainer.history.UntrainableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Iterator of the events of all CSV files in a folder, merged by time. Each file keeps the order of
 * its rows: where its times decrease, its latest time so far counts.
 */
public final class MergedReplay implements Iterator<MetricEvent>, AutoCloseable {

  /** Folder in the NAB corpus with published scores, which are no series. */
  private static final String SCORES_FOLDER = "peer-scores";

  private final List<CsvSeriesFile> files = new ArrayList<>();
  private final List<String> skippedFiles = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong(Head::clockMillis).thenComparingInt(Head::index));

  /** A file with a next row, and its latest time including that row. */
  private record Head(int index, long clockMillis) {}

  /**
   * @param folder folder with {@code *.csv} and {@code *.csv.gz} files, also in subfolders
   * @throws NoSuchFileException if there is none
   */
  public MergedReplay(Path folder) throws IOException {
    for (Path file : csvFiles(folder)) {
      open(folder, file);
    }
  }

  private void open(Path folder, Path file) throws IOException {
    try {
      files.add(new CsvSeriesFile(folder, file));
      push(files.size() - 1, Long.MIN_VALUE);
    } catch (UntrainableException e) {
      skippedFiles.add("skipped: " + e.getMessage());
    }
  }

  private static List<Path> csvFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "the folder does not exist");
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> csv =
          found.filter(file -> isSeries(folder.relativize(file).toString())).sorted().toList();
      if (csv.isEmpty()) {
        throw new NoSuchFileException(
            folder.toString(), null, "the folder contains no *.csv or *.csv.gz files");
      }
      return csv;
    }
  }

  private static boolean isSeries(String path) {
    return (path.endsWith(".csv") || path.endsWith(".csv.gz")) && !path.startsWith(SCORES_FOLDER);
  }

  private void push(int index, long clockMillis) {
    if (files.get(index).hasNext()) {
      heads.add(new Head(index, Math.max(clockMillis, files.get(index).peek().timeMillis())));
    }
  }

  /** Returns the number of files that are read. */
  public int files() {
    return files.size();
  }

  /** Returns the files that can't be read as series with the reasons, one line each. */
  public List<String> skippedFiles() {
    return List.copyOf(skippedFiles);
  }

  /** Returns the number of cells so far without a number or time. */
  public long skippedCells() {
    return files.stream().mapToLong(CsvSeriesFile::skippedCells).sum();
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public MetricEvent next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException("the replay is over");
    }
    MetricEvent event = files.get(head.index()).next();
    push(head.index(), head.clockMillis());
    return event;
  }

  @Override
  public void close() throws IOException {
    for (CsvSeriesFile file : files) {
      file.close();
    }
  }
}
