// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.detection;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.detect.Detector;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.evaluation.run.SeriesRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.stat.StatUtils;

/**
 * Report of precision, recall and delay of a detector's alerts, in Markdown.
 *
 * @param series result of each series
 */
public record DetectionReport(List<Detections> series) {

  /** Keeps an unmodifiable copy. */
  public DetectionReport {
    series = List.copyOf(series);
  }

  /**
   * Runs a detector over labelled series. A detector of one feature runs over each feature of a
   * series separately.
   *
   * @throws IllegalArgumentException if it has several features, but not those of a series
   */
  public static DetectionReport of(Detector detector, List<LabelledSeries> labelled) {
    return new DetectionReport(
        labelled.stream().map(one -> Detections.of(one, runs(detector, one))).toList());
  }

  private static List<SeriesRun> runs(Detector detector, LabelledSeries series) {
    int features = series.values()[0].length;
    if (features == detector.model().features().size()) {
      return List.of(SeriesRun.of(detector, series.times(), series.values()));
    }
    if (detector.model().features().size() != 1) {
      throw new IllegalArgumentException(
          "a model must have one feature or those of the series: series="
              + series.name()
              + ", expected="
              + features
              + ", found="
              + detector.model().features().size());
    }
    List<SeriesRun> runs = new ArrayList<>();
    for (int feature = 0; feature < features; feature++) {
      double[][] column = SeriesRun.column(series.values(), feature);
      runs.add(SeriesRun.of(detector, series.times(), column));
    }
    return runs;
  }

  /** Table with one row per corpus. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "corpus",
            "series:",
            "anomalies found:",
            "recall:",
            "true incidents:",
            "precision:",
            "F1:",
            "std. error:",
            "median delay, points:",
            "VUS-PR:",
            "std. error:");
    byCorpus()
        .forEach(
            (corpus, rows) -> {
              Bootstrap.Estimate f1 = bootstrap.of(rows, DetectionReport::f1);
              Bootstrap.Estimate vus = bootstrap.ofMean(vusPr(rows));
              table.row(
                  corpus,
                  String.valueOf(rows.size()),
                  found(rows) + " of " + anomalies(rows),
                  number(recall(rows), 3),
                  trueIncidents(rows) + " of " + incidents(rows),
                  number(precision(rows), 3),
                  number(f1.value(), 3),
                  number(f1.standardError(), 3),
                  number(medianDelay(rows), 1),
                  number(vus.value(), 3),
                  number(vus.standardError(), 3));
            });
    return table.toString();
  }

  /** The F1 of each corpus. */
  public List<Figure> figures(Bootstrap bootstrap) {
    return byCorpus().entrySet().stream()
        .map(
            corpus ->
                Figure.of(
                    "F1 of incidents at the default budget, " + corpus.getKey(),
                    bootstrap.of(corpus.getValue(), DetectionReport::f1),
                    2))
        .toList();
  }

  private Map<String, List<Detections>> byCorpus() {
    return series.stream()
        .collect(
            Collectors.groupingBy(Detections::corpus, LinkedHashMap::new, Collectors.toList()));
  }

  private static double[] vusPr(List<Detections> rows) {
    return rows.stream().mapToDouble(Detections::vusPr).filter(Double::isFinite).toArray();
  }

  /** Table with one row per series. */
  public String rows() {
    MarkdownTable table =
        new MarkdownTable(
            "series", "anomalies found:", "true incidents:", "median delay, points:", "VUS-PR:");
    for (Detections one : series) {
      List<Detections> row = List.of(one);
      table.row(
          one.corpus() + "/" + one.name(),
          found(row) + " of " + anomalies(row),
          trueIncidents(row) + " of " + incidents(row),
          number(medianDelay(row), 1),
          number(one.vusPr(), 4));
    }
    return table.toString();
  }

  private static int found(List<Detections> rows) {
    return rows.stream().mapToInt(row -> row.delays().size()).sum();
  }

  private static int anomalies(List<Detections> rows) {
    return rows.stream().mapToInt(Detections::anomalies).sum();
  }

  private static int trueIncidents(List<Detections> rows) {
    return rows.stream().mapToInt(Detections::trueIncidents).sum();
  }

  private static int incidents(List<Detections> rows) {
    return rows.stream().mapToInt(Detections::incidents).sum();
  }

  /** Fraction of the anomalies that were found; 0 if there are none. */
  static double recall(List<Detections> rows) {
    return (double) found(rows) / Math.max(1, anomalies(rows));
  }

  /** Fraction of the incidents that are about an anomaly; 0 if there are none. */
  static double precision(List<Detections> rows) {
    return (double) trueIncidents(rows) / Math.max(1, incidents(rows));
  }

  /** Harmonic mean of recall and precision. */
  static double f1(List<Detections> rows) {
    double sum = recall(rows) + precision(rows);
    return sum == 0 ? 0 : 2 * recall(rows) * precision(rows) / sum;
  }

  /** Median delay in points; NaN if no anomaly was found. */
  static double medianDelay(List<Detections> rows) {
    double[] delays =
        rows.stream()
            .flatMap(row -> row.delays().stream())
            .mapToDouble(Integer::doubleValue)
            .toArray();
    return StatUtils.percentile(delays, 50);
  }
}
