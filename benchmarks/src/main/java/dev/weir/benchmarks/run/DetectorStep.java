// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.benchmarks.dayold.DayOldStates;
import dev.weir.benchmarks.load.SyntheticEvents;
import dev.weir.decision.Decision;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.detect.ScoredPoint;
import dev.weir.event.MetricEvent;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.series.Observation;
import java.util.HashMap;
import java.util.Map;

/** Steps the detector of a series and counts the alerts. */
final class DetectorStep implements EventStep {

  private final Detector detector;
  private final Map<String, DetectorState> states = new HashMap<>();
  private long scored;
  private long warmingUp;
  private long alerts;

  DetectorStep(Detector detector) {
    this.detector = detector;
  }

  /** Sets the states of all series of a cell. */
  void seed(DayOldStates dayOld, int keys) {
    for (int key = 0; key < keys; key++) {
      states.put(SyntheticEvents.series(key), dayOld.copyOf(key));
    }
  }

  @Override
  public void step(MetricEvent event) {
    DetectorState state = states.computeIfAbsent(event.series(), series -> detector.newState());
    ScoredPoint point = detector.step(state, new Observation(event.timeMillis(), event.values()));
    if (point.decision() instanceof Decision.WarmingUp) {
      warmingUp++;
    } else {
      scored++;
    }
    if (point.alert().isPresent()) {
      alerts++;
    }
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of(JobMetrics.SCORED, scored, JobMetrics.WARMING_UP, warmingUp, "alerts", alerts);
  }
}
