package dev.weir.evaluation.cause;

import dev.weir.decision.Alert;
import dev.weir.detect.Detector;
import dev.weir.detect.ScoredPoint;
import dev.weir.evaluation.run.SeriesRun;
import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An alert's first record.
 *
 * @param timeMillis when
 * @param feature the feature it names
 * @param score how rare the point was
 */
record Opening(long timeMillis, int feature, double score) {

  /** By time; of one time, the rarer first. */
  private static final Comparator<Opening> FIRST =
      Comparator.comparingLong(Opening::timeMillis)
          .thenComparing(Comparator.comparingDouble(Opening::score).reversed());

  /** All features of a series judged by one detector. */
  static List<Opening> jointly(Detector detector, RecordedSeries series) {
    List<Opening> openings = new ArrayList<>();
    run(detector, series.times(), series.values())
        .forEach(alert -> openings.add(of(alert, alert.evidence().feature())));
    return openings;
  }

  /** Each feature judged as a series of its own by a detector of one feature. */
  static List<Opening> alone(Detector detector, RecordedSeries series) {
    return IntStream.range(0, series.features().size())
        .boxed()
        .flatMap(
            feature ->
                run(detector, series.times(), column(series, feature)).stream()
                    .map(alert -> of(alert, feature)))
        .sorted(FIRST)
        .toList();
  }

  private static Opening of(Alert alert, int feature) {
    return new Opening(alert.evidence().timeMillis(), feature, alert.evidence().score());
  }

  private static double[][] column(RecordedSeries series, int feature) {
    double[][] column = new double[series.length()][];
    for (int t = 0; t < column.length; t++) {
      column[t] = new double[] {series.values()[t][feature]};
    }
    return column;
  }

  private static List<Alert> run(Detector detector, long[] times, double[][] values) {
    List<Alert> opened = new ArrayList<>();
    SeriesRun.ofEachRow(detector, times, values, scored -> keepOpened(scored, opened));
    return opened;
  }

  private static void keepOpened(ScoredPoint scored, List<Alert> opened) {
    scored.alert().filter(alert -> alert.status() == Alert.Status.OPENED).ifPresent(opened::add);
  }
}
