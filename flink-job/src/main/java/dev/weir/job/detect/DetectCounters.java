// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import dev.weir.detect.ScoredPoint;
import dev.weir.job.metrics.JobMetrics;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;

/** Metrics of the detect operator: a counter for each outcome of an event. */
final class DetectCounters {

  final Counter duplicate;
  final Counter late;
  final Counter stateResets;
  final Histogram stepNanos;

  private final Counter scored;
  private final Counter warmingUp;
  private final Counter opened;
  private final Counter updated;
  private final Counter resolved;

  DetectCounters(RuntimeContext context) {
    duplicate = JobMetrics.counter(context, JobMetrics.DUPLICATE);
    late = JobMetrics.counter(context, JobMetrics.LATE);
    stateResets = JobMetrics.counter(context, JobMetrics.STATE_RESETS);
    stepNanos = JobMetrics.histogram(context, JobMetrics.STEP_NANOSECONDS);
    scored = JobMetrics.counter(context, JobMetrics.SCORED);
    warmingUp = JobMetrics.counter(context, JobMetrics.WARMING_UP);
    opened = JobMetrics.counter(context, JobMetrics.ALERTS_OPENED);
    updated = JobMetrics.counter(context, JobMetrics.ALERTS_UPDATED);
    resolved = JobMetrics.counter(context, JobMetrics.ALERTS_RESOLVED);
  }

  void count(ScoredPoint point) {
    (point.decision() instanceof Decision.WarmingUp ? warmingUp : scored).inc();
    if (point.stateReset()) {
      stateResets.inc();
    }
    if (point.alert().isPresent()) {
      counter(point.alert().get().status()).inc();
    }
  }

  private Counter counter(Alert.Status status) {
    return switch (status) {
      case OPENED -> opened;
      case UPDATED -> updated;
      case RESOLVED -> resolved;
    };
  }
}
