// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.process;

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

/** Metric reporter that gives access to the metrics of all Flink jobs in this process. */
public final class LiveMetrics implements MetricReporter {

  private static final Map<Metric, String> METRICS = new ConcurrentHashMap<>();

  /** Registers the reporter in the configuration of a job. */
  public static void addTo(Configuration configuration) {
    configuration.setString("metrics.reporter.live.factory.class", Factory.class.getName());
  }

  /** Factory, registered as a service. */
  public static final class Factory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new LiveMetrics();
    }
  }

  /** Sum of the counters with this name, over all subtasks. */
  public static long count(String name) {
    return METRICS.entrySet().stream()
        .filter(metric -> metric.getValue().equals(name))
        .map(Map.Entry::getKey)
        .filter(Counter.class::isInstance)
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }

  /** Largest value of the gauges with this name; -1 without any. */
  public static long largest(String name) {
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

  /** Metrics are kept: ended subtasks still count. */
  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
