// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;

/**
 * The Micrometer meters of one Flink metric. A counter becomes a function counter; a gauge becomes
 * a gauge; a meter becomes a gauge of its rate and a counter {@code .count}; a histogram becomes
 * gauges with the tag {@code quantile}, gauges {@code .max} and {@code .mean}, and a counter {@code
 * .count}.
 */
final class MetricMeters {

  private static final double[] QUANTILES = {0.5, 0.95, 0.99, 0.999};

  private final List<Metric> members = new CopyOnWriteArrayList<>();
  private final List<Meter> meters = new ArrayList<>();

  private MetricMeters() {}

  static MetricMeters register(MeterIdentity identity, Metric metric, MeterRegistry registry) {
    MetricMeters meters = new MetricMeters();
    switch (metric.getMetricType()) {
      case COUNTER -> meters.counter(identity, registry);
      case GAUGE -> meters.gauge(identity, m -> number((Gauge<?>) m), registry);
      case METER -> {
        meters.gauge(identity, m -> ((org.apache.flink.metrics.Meter) m).getRate(), registry);
        meters.counter(identity.sub("count"), registry);
      }
      case HISTOGRAM -> meters.histogram(identity, registry);
    }
    return meters;
  }

  /** Whether the metric's value is a number. Flink also has gauges of text and of lists. */
  static boolean isNumeric(Metric metric) {
    if (!(metric instanceof Gauge<?> gauge)) {
      return true;
    }
    Object value = gauge.getValue();
    return value == null || value instanceof Number || value instanceof Boolean;
  }

  void add(Metric metric) {
    members.add(metric);
  }

  /** Removes a metric; true if it was the last one. */
  boolean remove(Metric metric) {
    members.remove(metric);
    return members.isEmpty();
  }

  void unregister(MeterRegistry registry) {
    meters.forEach(registry::remove);
  }

  private void histogram(MeterIdentity identity, MeterRegistry registry) {
    for (double quantile : QUANTILES) {
      gauge(
          identity.with("quantile", Double.toString(quantile)),
          m -> ((Histogram) m).getStatistics().getQuantile(quantile),
          registry);
    }
    gauge(identity.sub("max"), m -> ((Histogram) m).getStatistics().getMax(), registry);
    gauge(identity.sub("mean"), m -> ((Histogram) m).getStatistics().getMean(), registry);
    counter(identity.sub("count"), registry);
  }

  private void counter(MeterIdentity identity, MeterRegistry registry) {
    meters.add(
        FunctionCounter.builder(identity.name(), members, MetricMeters::sum)
            .tags(identity.tags())
            .register(registry));
  }

  private void gauge(
      MeterIdentity identity, ToDoubleFunction<Metric> value, MeterRegistry registry) {
    meters.add(
        io.micrometer.core.instrument.Gauge.builder(
                identity.name(), members, list -> newest(list, value))
            .tags(identity.tags())
            .register(registry));
  }

  private static double sum(List<Metric> members) {
    return members.stream().mapToLong(MetricMeters::count).sum();
  }

  private static long count(Metric metric) {
    return switch (metric.getMetricType()) {
      case COUNTER -> ((Counter) metric).getCount();
      case METER -> ((org.apache.flink.metrics.Meter) metric).getCount();
      case HISTOGRAM -> ((Histogram) metric).getCount();
      case GAUGE -> 0;
    };
  }

  private static double newest(List<Metric> members, ToDoubleFunction<Metric> value) {
    int last = members.size() - 1;
    return last < 0 ? Double.NaN : value.applyAsDouble(members.get(last));
  }

  private static double number(Gauge<?> gauge) {
    Object value = gauge.getValue();
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof Boolean flag ? (flag ? 1 : 0) : Double.NaN;
  }
}
