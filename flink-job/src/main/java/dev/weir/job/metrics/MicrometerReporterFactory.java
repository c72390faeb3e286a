// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Factory of the metric reporter. Flink's configuration names it: {@code
 * metrics.reporter.weir.factory.class: dev.weir.job.metrics.MicrometerReporterFactory}. The other
 * options of {@code metrics.reporter.weir} are those of {@link RegistryKind}.
 */
public final class MicrometerReporterFactory implements MetricReporterFactory {

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new MicrometerReporter();
  }
}
