// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import java.util.Optional;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Metric reporter that registers Flink's metrics with a Micrometer registry. */
final class MicrometerReporter implements MetricReporter {

  private Optional<MetricsBackend> backend = Optional.empty();
  private Optional<MeterBindings> bindings = Optional.empty();

  @Override
  public synchronized void open(MetricConfig config) {
    MetricsBackend opened = RegistryKind.of(config).open(config);
    backend = Optional.of(opened);
    bindings = Optional.of(new MeterBindings(opened.registry()));
  }

  @Override
  public synchronized void close() {
    bindings.ifPresent(MeterBindings::clear);
    backend.ifPresent(MetricsBackend::close);
    bindings = Optional.empty();
    backend = Optional.empty();
  }

  @Override
  public synchronized void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    bindings.ifPresent(bound -> bound.add(MeterIdentity.of(name, group), metric));
  }

  @Override
  public synchronized void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    bindings.ifPresent(bound -> bound.remove(MeterIdentity.of(name, group), metric));
  }
}
