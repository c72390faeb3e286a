// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scorer of the detections on a set of files, at a given threshold or at the best one. */
final class NabScorer {

  private final NabScores scores;
  private final List<RowValues> files;

  NabScorer(List<NabFile> files, NabScores scores) {
    this.scores = scores;
    this.files = files.stream().map(RowValues::new).toList();
  }

  /** Scores every file at a threshold: rows whose score reaches it are detections. */
  List<NabResult.FileResult> at(double threshold, NabProfile profile) {
    return files.stream().map(file -> at(file, threshold, profile)).toList();
  }

  private NabResult.FileResult at(RowValues rows, double threshold, NabProfile profile) {
    NabFile file = rows.file;
    double[] fileScores = scores.of(file);
    double[] windows = new double[file.windows().size()];
    Arrays.fill(windows, -profile.missWeight());
    double falseAlarms = 0;
    int falseRows = 0;
    for (int row = file.probationRows(); row < fileScores.length; row++) {
      if (fileScores[row] < threshold) {
        continue;
      }
      int window = rows.window[row];
      if (window == RowValues.NO_WINDOW) {
        falseAlarms += profile.falseAlarmWeight() * rows.values[row];
        falseRows++;
      } else {
        windows[window] = Math.max(windows[window], profile.hitWeight() * rows.values[row]);
      }
    }
    double raw = falseAlarms + Arrays.stream(windows).sum();
    int hits = (int) Arrays.stream(windows).filter(value -> value > -profile.missWeight()).count();
    return new NabResult.FileResult(file.name(), windows.length, hits, falseRows, raw);
  }

  /**
   * The threshold with the highest score over all files; if no detections at all are best, a
   * threshold above every score.
   */
  double bestThreshold(NabProfile profile) {
    Row[] rows = rowsByScore();
    Map<WindowKey, Double> found = new HashMap<>();
    double raw = 0;
    double best = 0;
    double threshold = rows.length == 0 ? 1 : Math.nextUp(rows[0].score());
    for (int i = 0; i < rows.length; i++) {
      raw += gain(rows[i], profile, found);
      boolean lastOfItsScore = i + 1 == rows.length || rows[i + 1].score() != rows[i].score();
      if (lastOfItsScore && raw > best) {
        best = raw;
        threshold = rows[i].score();
      }
    }
    return threshold;
  }

  /** A row with its score and the value of a detection at it. */
  private record Row(double score, double value, WindowKey window) {}

  /** A window of a file, or the rows outside every window: {@link RowValues#NO_WINDOW}. */
  private record WindowKey(String file, int index) {}

  private Row[] rowsByScore() {
    List<Row> rows = new ArrayList<>();
    for (RowValues file : files) {
      double[] fileScores = scores.of(file.file);
      for (int row = file.file.probationRows(); row < fileScores.length; row++) {
        WindowKey window = new WindowKey(file.file.name(), file.window[row]);
        rows.add(new Row(fileScores[row], file.values[row], window));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::score).reversed());
    return rows.toArray(Row[]::new);
  }

  private static double gain(Row row, NabProfile profile, Map<WindowKey, Double> found) {
    if (row.window().index() == RowValues.NO_WINDOW) {
      return profile.falseAlarmWeight() * row.value();
    }
    double value = profile.hitWeight() * row.value();
    double previous = found.getOrDefault(row.window(), -profile.missWeight());
    if (value > previous) {
      found.put(row.window(), value);
    }
    return Math.max(0, value - previous);
  }
}
