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
 * All series of a folder as one stream in the order of time. A file whose times go back keeps its
 * rows' order: what counts is the latest time that it has shown.
 */
public final class MergedReplay implements Iterator<MetricEvent>, AutoCloseable {

  /** Folder of the corpus's published scores: not series. */
  private static final String SCORES_FOLDER = "peer-scores";

  private final List<CsvSeriesFile> files = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong(Head::clockMillis).thenComparingInt(Head::index));

  /** The next row of one file, and the latest time that the file has shown. */
  private record Head(int index, long clockMillis) {}

  /**
   * @param folder searched with all folders below for {@code *.csv} and {@code *.csv.gz}
   * @throws NoSuchFileException where there is none
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
      leftOut.add("left out: " + e.getMessage());
    }
  }

  private static List<Path> csvFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "no such folder");
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> csv =
          found.filter(file -> isSeries(folder.relativize(file).toString())).sorted().toList();
      if (csv.isEmpty()) {
        throw new NoSuchFileException(
            folder.toString(), null, "no *.csv or *.csv.gz in the folder or below");
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

  /** How many files are read. */
  public int files() {
    return files.size();
  }

  /** Files that are no series, and why, one line each. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Cells so far that held no finite number and were left out. */
  public long missing() {
    return files.stream().mapToLong(CsvSeriesFile::missing).sum();
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
