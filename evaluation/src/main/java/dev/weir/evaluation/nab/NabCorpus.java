// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weir.evaluation.run.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Corpus of NAB: its labelled series.
 *
 * @param files in the order of their names
 */
public record NabCorpus(List<NabFile> files) {

  private static final String WINDOWS_FILE = "windows.json";

  /** Length of {@code yyyy-MM-dd HH:mm:ss}; in windows, microseconds follow. */
  private static final int TIME_LENGTH = 19;

  /** Number of windows of all files. */
  public int windows() {
    return files.stream().mapToInt(file -> file.windows().size()).sum();
  }

  /** Number of rows of all files. */
  public int rows() {
    return files.stream().mapToInt(file -> file.times().size()).sum();
  }

  /**
   * Reads a folder with {@code windows.json} and the files that it names.
   *
   * @throws NoSuchFileException if one of them is missing
   * @throws IllegalArgumentException if a window starts or ends at a time that its file doesn't
   *     have
   */
  public static NabCorpus read(Path folder) throws IOException {
    Path labels = folder.resolve(WINDOWS_FILE);
    if (!Files.isRegularFile(labels)) {
      throw new NoSuchFileException(
          labels.toString(),
          null,
          "a NAB folder must contain " + WINDOWS_FILE + " and category/file.csv");
    }
    Map<String, List<List<String>>> windows =
        new TreeMap<>(
            new ObjectMapper()
                .readValue(
                    labels.toFile(), new TypeReference<Map<String, List<List<String>>>>() {}));
    List<NabFile> files = new ArrayList<>();
    for (Map.Entry<String, List<List<String>>> entry : windows.entrySet()) {
      files.add(file(folder, entry.getKey(), entry.getValue()));
    }
    return new NabCorpus(List.copyOf(files));
  }

  private static NabFile file(Path folder, String name, List<List<String>> windows)
      throws IOException {
    List<String> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
      reader.forEach(
          row -> {
            times.add(row.getField("timestamp"));
            values.add(Double.valueOf(row.getField("value")));
          });
    }
    List<Span> rows =
        windows.stream()
            .map(window -> window(name, times, window))
            .sorted(Comparator.comparingInt(Span::first))
            .toList();
    return new NabFile(
        name, List.copyOf(times), values.stream().mapToDouble(Double::doubleValue).toArray(), rows);
  }

  private static Span window(String name, List<String> times, List<String> edges) {
    return new Span(row(name, times, edges.get(0)), row(name, times, edges.get(1)));
  }

  private static int row(String name, List<String> times, String edge) {
    int row = times.indexOf(edge.substring(0, TIME_LENGTH));
    if (row < 0) {
      throw new IllegalArgumentException(
          "a window must start and end at a row: file=" + name + ", time=" + edge);
    }
    return row;
  }
}
