// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.util.Locale;
import org.apache.flink.metrics.MetricConfig;

/** Values of the option {@code registry}: the Micrometer registry that receives the metrics. */
enum RegistryKind {
  /**
   * A page for Prometheus to scrape, {@code http://host:port/metrics}. Option {@code port}: a port,
   * or a range like {@code 9249-9259} of which the first free one is taken. Option {@code
   * bind-address}: the address to listen on; {@code 0.0.0.0} for all of this machine.
   */
  PROMETHEUS {
    @Override
    MetricsBackend open(MetricConfig config) {
      return PrometheusPage.open(
          config.getString("bind-address", DEFAULT_BIND_ADDRESS),
          config.getString("port", DEFAULT_PORT));
    }
  },
  /**
   * Pushed to an OpenTelemetry collector. Options: those of Micrometer's {@code otlp.*} without the
   * prefix, like {@code url}, {@code step} and {@code headers}.
   */
  OTLP {
    @Override
    MetricsBackend open(MetricConfig config) {
      OtlpConfig otlp = key -> config.getProperty(key.substring(OTLP_PREFIX.length()));
      return new Pushed(new OtlpMeterRegistry(otlp, Clock.SYSTEM));
    }
  },
  /** Micrometer's global registry, for a program that embeds Flink. */
  GLOBAL {
    @Override
    MetricsBackend open(MetricConfig config) {
      return new Shared();
    }
  };

  /** Flink's own Prometheus reporter has the same. */
  static final String DEFAULT_PORT = "9249";

  /** Other machines reach the page only if the configuration says so. */
  static final String DEFAULT_BIND_ADDRESS = "localhost";

  private static final String OTLP_PREFIX = "otlp.";

  abstract MetricsBackend open(MetricConfig config);

  /**
   * @throws IllegalArgumentException if the option has another value
   */
  static RegistryKind of(MetricConfig config) {
    String label = config.getString("registry", "prometheus");
    for (RegistryKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "registry must be one of prometheus, otlp, global: registry=" + label);
  }

  private record Pushed(MeterRegistry registry) implements MetricsBackend {
    @Override
    public void close() {
      registry.close();
    }
  }

  private record Shared() implements MetricsBackend {
    @Override
    public MeterRegistry registry() {
      return Metrics.globalRegistry;
    }

    @Override
    public void close() {
      // The program owns the global registry.
    }
  }
}
