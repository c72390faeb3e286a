// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Metric;

/**
 * The Micrometer meters of all Flink metrics. A meter has several Flink metrics if two jobs have
 * the same name, or while a task's next attempt starts before the last one is gone; its count is
 * then their sum.
 */
final class MeterBindings {

  private final MeterRegistry registry;
  private final Map<MeterIdentity, MetricMeters> bound = new HashMap<>();

  MeterBindings(MeterRegistry registry) {
    this.registry = registry;
  }

  void add(MeterIdentity identity, Metric metric) {
    if (MetricMeters.isNumeric(metric)) {
      bound
          .computeIfAbsent(identity, id -> MetricMeters.register(id, metric, registry))
          .add(metric);
    }
  }

  void remove(MeterIdentity identity, Metric metric) {
    MetricMeters meters = bound.get(identity);
    if (meters != null && meters.remove(metric)) {
      bound.remove(identity);
      meters.unregister(registry);
    }
  }

  void clear() {
    bound.values().forEach(meters -> meters.unregister(registry));
    bound.clear();
  }
}
