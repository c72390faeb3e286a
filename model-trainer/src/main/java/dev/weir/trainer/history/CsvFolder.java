// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.series.RecordedSeries;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * History from a CSV file, or from all {@code .csv} and {@code .csv.gz} files in a folder and its
 * subfolders.
 *
 * <p>The name of a series is the path of its file in the folder without the ending, followed by
 * {@code /column} if a file holds several series. Columns named {@code label} or similar are
 * ignored.
 */
public final class CsvFolder implements HistorySource {

  private final Path folder;
  private final CsvConfig config;

  /**
   * @param folder folder or file
   */
  public CsvFolder(Path folder, CsvConfig config) {
    this.folder = folder;
    this.config = config;
  }

  @Override
  public History read() throws IOException {
    Reading reading = new Reading();
    for (Path file : files()) {
      reading.add(file);
    }
    return reading.history();
  }

  /** Series, counts and warnings read so far. */
  private final class Reading {

    private final List<RecordedSeries> series = new ArrayList<>();
    private final List<String> rowFaults = new ArrayList<>();
    private final List<String> fileFaults = new ArrayList<>();
    private HistoryCounts counts = HistoryCounts.NONE;

    void add(Path file) throws IOException {
      CsvFile csv = new CsvFile(file, seriesName(file), config);
      try {
        csv.read().forEach(this::add);
      } catch (UntrainableException e) {
        fileFaults.add("left out: " + e.getMessage());
      }
      if (csv.rowsWithoutTime() > 0) {
        counts = counts.plus(new HistoryCounts(0, 0, 0, csv.rowsWithoutTime()));
        rowFaults.add(
            "rows without a readable time were left out: file="
                + file
                + ", rows="
                + csv.rowsWithoutTime());
      }
    }

    private void add(SeriesBuilder builder) {
      series.add(builder.build());
      counts = counts.plus(builder.counts());
      builder.warning().ifPresent(rowFaults::add);
    }

    History history() {
      if (series.isEmpty() && !fileFaults.isEmpty()) {
        throw new UntrainableException(
            "no data: no file in " + folder + " holds a series; " + fileFaults.get(0));
      }
      List<String> warnings = new ArrayList<>(Warnings.shorten(fileFaults));
      warnings.addAll(Warnings.shorten(rowFaults));
      return new History(folder.toString(), series, counts, warnings);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(folder)) {
      throw new UntrainableException("no data: the folder or file does not exist: " + folder);
    }
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files = all.filter(CsvFolder::isCsv).sorted().toList();
      if (files.isEmpty()) {
        throw new UntrainableException(
            "no data: expected files ending in .csv or .csv.gz in " + folder + ", found 0");
      }
      return files;
    }
  }

  private static boolean isCsv(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
  }

  private String seriesName(Path file) {
    Path relative = file.equals(folder) ? file.getFileName() : folder.relativize(file);
    return relative.toString().replace('\\', '/').replaceFirst("\\.csv(\\.gz)?$", "");
  }
}
