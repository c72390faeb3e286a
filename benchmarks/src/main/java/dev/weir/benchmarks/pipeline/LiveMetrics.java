// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Flink's metrics as they stand, for whoever runs in the same process: it costs the job nothing.
 */
public final class LiveMetrics implements MetricReporter {

  private static final Map<Metric, String> METRICS = new ConcurrentHashMap<>();

  /** Makes a job in this process report here. */
  static void addTo(Configuration configuration) {
    configuration.setString("metrics.reporter.live.factory.class", Factory.class.getName());
  }

  /** What Flink's configuration names. */
  public static final class Factory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new LiveMetrics();
    }
  }

  /** The sum of the counters of this name below an operator, over all subtasks. */
  static long count(String name) {
    return METRICS.entrySet().stream()
        .filter(metric -> metric.getValue().equals(name))
        .map(Map.Entry::getKey)
        .filter(Counter.class::isInstance)
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }

  /** The largest value of the gauges of this name. */
  static long largest(String name) {
    return METRICS.entrySet().stream()
        .filter(metric -> metric.getValue().equals(name))
        .map(Map.Entry::getKey)
        .filter(Gauge.class::isInstance)
        .mapToLong(metric -> ((Number) ((Gauge<?>) metric).getValue()).longValue())
        .max()
        .orElse(-1);
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    METRICS.put(metric, name);
  }

  /** Ended subtasks still count. */
  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
