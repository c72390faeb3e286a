package dev.weir.evaluation.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores detections on a set of files: at a threshold, or at the threshold that suits them best.
 */
final class NabScorer {

  private final List<NabFile> files;
  private final NabScores scores;
  private final Map<String, RowValues> values = new HashMap<>();

  NabScorer(List<NabFile> files, NabScores scores) {
    this.files = files;
    this.scores = scores;
    files.forEach(file -> values.put(file.name(), new RowValues(file)));
  }

  /**
   * One file at one threshold.
   *
   * @param raw weighted sum of hits, misses and false alarms
   * @param hits windows found
   * @param falseRows rows above the threshold outside every window
   */
  record FileScore(NabFile file, double raw, int hits, int falseRows) {}

  /** Every file at this threshold: rows whose score reaches it are detections. */
  List<FileScore> at(double threshold, NabProfile profile) {
    return files.stream().map(file -> at(file, threshold, profile)).toList();
  }

  private FileScore at(NabFile file, double threshold, NabProfile profile) {
    RowValues rows = values(file);
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
        falseAlarms += profile.falseAlarmWeight() * rows.worth[row];
        falseRows++;
      } else {
        windows[window] = Math.max(windows[window], profile.hitWeight() * rows.worth[row]);
      }
    }
    double raw = falseAlarms + Arrays.stream(windows).sum();
    int hits = (int) Arrays.stream(windows).filter(worth -> worth > -profile.missWeight()).count();
    return new FileScore(file, raw, hits, falseRows);
  }

  private RowValues values(NabFile file) {
    return values.computeIfAbsent(file.name(), name -> new RowValues(file));
  }

  /**
   * The threshold with the highest score over all files; one above every score where silence is
   * best.
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

  /** A row with its score and what a detection there is worth. */
  private record Row(double score, double worth, WindowKey window) {}

  /** A window of a file; of none where {@code index} is {@link RowValues#NO_WINDOW}. */
  private record WindowKey(String file, int index) {}

  private Row[] rowsByScore() {
    List<Row> rows = new ArrayList<>();
    for (NabFile file : files) {
      RowValues fileValues = values(file);
      double[] fileScores = scores.of(file);
      for (int row = file.probationRows(); row < fileScores.length; row++) {
        rows.add(
            new Row(
                fileScores[row],
                fileValues.worth[row],
                new WindowKey(file.name(), fileValues.window[row])));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::score).reversed());
    return rows.toArray(Row[]::new);
  }

  private static double gain(Row row, NabProfile profile, Map<WindowKey, Double> found) {
    if (row.window().index() == RowValues.NO_WINDOW) {
      return profile.falseAlarmWeight() * row.worth();
    }
    double worth = profile.hitWeight() * row.worth();
    double before = found.getOrDefault(row.window(), -profile.missWeight());
    if (worth > before) {
      found.put(row.window(), worth);
    }
    return Math.max(0, worth - before);
  }
}
