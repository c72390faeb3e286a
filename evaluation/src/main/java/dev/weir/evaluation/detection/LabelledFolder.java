// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reader of the labelled series of a folder: its CSV files that have a labelled row. */
public final class LabelledFolder {

  /**
   * Half of an averaging span of the detector: the labels here can be single points, and an average
   * reacts later.
   */
  static final int SLACK_ROWS = 10;

  private LabelledFolder() {}

  /**
   * Reads all labelled series, in the order of their file names. The corpus is named like the
   * folder.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static List<LabelledSeries> read(Path folder) throws IOException {
    List<LabelledSeries> series = new ArrayList<>();
    String corpus = folder.toAbsolutePath().normalize().getFileName().toString();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
      LabelledSeries one = new LabelledSeries(corpus, name, LabelledRows.read(file), SLACK_ROWS);
      if (!one.anomalies().isEmpty()) {
        series.add(one);
      }
    }
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          "a folder of labelled series must have CSV files with a column label: folder="
              + folder
              + ", found=0");
    }
    return series;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
    }
  }
}
