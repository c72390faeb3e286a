// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.evaluation.detection.LabelledRows;
import dev.weir.evaluation.detection.LabelledSeries;
import dev.weir.evaluation.run.SeriesRun;
import dev.weir.event.EventTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Run of a model over the corpus, without Kafka and Flink but with the same steps as in the job:
 * every row is scored, in the order of its file.
 */
public final class NabModelRun {

  private static final String CORPUS = "NAB";

  private NabModelRun() {}

  /** Scores every file, each from an empty state. */
  public static NabRun of(NabCorpus corpus, DetectorModel model, DetectorConfig config) {
    Detector detector = new Detector(model, config);
    Map<String, SeriesRun> runs = new TreeMap<>();
    for (LabelledSeries file : series(corpus)) {
      runs.put(file.name(), SeriesRun.of(detector, file.times(), file.values()));
    }
    return new NabRun(
        scores(runs, SeriesRun::alertScores),
        scores(runs, SeriesRun::scores),
        scores(runs, run -> alerted(run.alerted())),
        runs.values().stream().mapToInt(SeriesRun::firstScored).max());
  }

  private static NabScores scores(
      Map<String, SeriesRun> runs, Function<SeriesRun, double[]> column) {
    Map<String, double[]> scores = new TreeMap<>();
    runs.forEach((file, run) -> scores.put(file, column.apply(run)));
    return new NabScores(scores);
  }

  private static double[] alerted(boolean[] alerted) {
    double[] scores = new double[alerted.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = alerted[row] ? NabRun.ALERTED : 0;
    }
    return scores;
  }

  /** The files as labelled series, without slack: the windows of NAB are wide already. */
  public static List<LabelledSeries> series(NabCorpus corpus) {
    List<LabelledSeries> series = new ArrayList<>();
    for (NabFile file : corpus.files()) {
      long[] times = file.times().stream().mapToLong(EventTime::parseMillis).toArray();
      double[][] values = new double[times.length][];
      for (int row = 0; row < values.length; row++) {
        values[row] = new double[] {file.values()[row]};
      }
      LabelledRows rows = new LabelledRows(times, values, file.labels());
      series.add(new LabelledSeries(CORPUS, file.name(), rows, 0));
    }
    return series;
  }
}
