// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import dev.weir.decision.Alert;
import dev.weir.detect.Detector;
import dev.weir.evaluation.run.SeriesRun;
import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Alert at the time it is opened.
 *
 * @param timeMillis event time, milliseconds since 1970
 * @param feature index of the feature that it names as the cause
 * @param score rarity of the point, 0 to 1
 */
record OpenedAlert(long timeMillis, int feature, double score) {

  /** By time; at the same time, the higher score first. */
  private static final Comparator<OpenedAlert> ORDER =
      Comparator.comparingLong(OpenedAlert::timeMillis)
          .thenComparing(Comparator.comparingDouble(OpenedAlert::score).reversed());

  /** Alerts of a detector of all features of a series. */
  static List<OpenedAlert> ofJointModel(Detector detector, RecordedSeries series) {
    return opened(detector, series.times(), series.values()).stream()
        .map(alert -> of(alert, alert.evidence().feature()))
        .toList();
  }

  /** Alerts of a detector of one feature that runs over each feature of a series separately. */
  static List<OpenedAlert> ofSingleModel(Detector detector, RecordedSeries series) {
    return IntStream.range(0, series.features().size())
        .boxed()
        .flatMap(
            feature ->
                opened(detector, series.times(), SeriesRun.column(series.values(), feature))
                    .stream()
                    .map(alert -> of(alert, feature)))
        .sorted(ORDER)
        .toList();
  }

  private static OpenedAlert of(Alert alert, int feature) {
    return new OpenedAlert(alert.evidence().timeMillis(), feature, alert.evidence().score());
  }

  private static List<Alert> opened(Detector detector, long[] times, double[][] values) {
    List<Alert> opened = new ArrayList<>();
    SeriesRun.forEachRow(
        detector,
        times,
        values,
        scored ->
            scored
                .alert()
                .filter(alert -> alert.status() == Alert.Status.OPENED)
                .ifPresent(opened::add));
    return opened;
  }
}
