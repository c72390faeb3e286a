// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of a detector, one per row of each file of the corpus.
 *
 * @param byFile name of a file to its scores, {@code [row]}
 */
public record NabScores(Map<String, double[]> byFile) {

  private static final String SCORE_COLUMN = "anomaly_score";

  /**
   * Reads the files {@code category/file.csv} with a column {@code anomaly_score}.
   *
   * @throws IllegalArgumentException if a row has no finite score
   */
  public static NabScores read(NabCorpus corpus, Path folder) throws IOException {
    Map<String, double[]> scores = new TreeMap<>();
    for (NabFile file : corpus.files()) {
      scores.put(file.name(), column(folder.resolve(file.name())));
    }
    return new NabScores(scores);
  }

  private static double[] column(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().mapToDouble(row -> score(file, row)).toArray();
    }
  }

  private static double score(Path file, NamedCsvRecord row) {
    String cell = row.findField(SCORE_COLUMN).orElse("");
    try {
      double score = Double.parseDouble(cell);
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw refused(file, row, cell);
    }
    throw refused(file, row, cell);
  }

  private static IllegalArgumentException refused(Path file, NamedCsvRecord row, String cell) {
    return new IllegalArgumentException(
        "every row must have a finite "
            + SCORE_COLUMN
            + ": file="
            + file
            + ", line="
            + row.getStartingLineNumber()
            + ", found="
            + (cell.isEmpty() ? "none" : cell));
  }

  /** Writes files in the layout of NAB: timestamp, value, anomaly_score. */
  public void write(NabCorpus corpus, Path folder) throws IOException {
    for (NabFile file : corpus.files()) {
      Path target = folder.resolve(file.name());
      Files.createDirectories(folder.resolve(file.category()));
      try (CsvWriter writer = CsvWriter.builder().build(target)) {
        writer.writeRecord("timestamp", "value", SCORE_COLUMN);
        double[] scores = of(file);
        for (int row = 0; row < scores.length; row++) {
          writer.writeRecord(
              file.times().get(row),
              String.valueOf(file.values()[row]),
              String.valueOf(scores[row]));
        }
      }
    }
  }

  /**
   * The scores of a file, {@code [row]}.
   *
   * @throws IllegalArgumentException if their number differs from the rows of the file
   */
  double[] of(NabFile file) {
    double[] scores = byFile.get(file.name());
    if (scores == null || scores.length != file.times().size()) {
      throw new IllegalArgumentException(
          "a file must have one score per row: file="
              + file.name()
              + ", expected="
              + file.times().size()
              + ", found="
              + (scores == null ? 0 : scores.length));
    }
    return scores;
  }
}
