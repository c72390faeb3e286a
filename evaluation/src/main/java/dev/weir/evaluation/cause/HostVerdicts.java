package dev.weir.evaluation.cause;

import dev.weir.sandbox.synthetic.Label;
import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * One host.
 *
 * @param verdicts one an injected anomaly
 * @param days length of its stream
 * @param falseAlarms alerts opened in the stream outside of every anomaly
 */
record HostVerdicts(List<CauseVerdict> verdicts, double days, long falseAlarms) {

  private static final double MILLIS_PER_DAY = 86_400_000;

  /**
   * @param streamPoint where the history ends: alerts before it don't count
   */
  static HostVerdicts of(
      RecordedSeries series, int streamPoint, List<Label> labels, List<Opening> openings) {
    long from = series.times()[streamPoint];
    long to = series.times()[series.length() - 1];
    List<Label> own = labels.stream().filter(l -> l.series().equals(series.name())).toList();
    long outside =
        openings.stream()
            .filter(opening -> opening.timeMillis() >= from)
            .filter(opening -> own.stream().noneMatch(l -> CauseVerdict.belongs(l, opening)))
            .count();
    return new HostVerdicts(
        own.stream().map(label -> CauseVerdict.of(label, openings)).toList(),
        (to - from) / MILLIS_PER_DAY,
        outside);
  }
}
