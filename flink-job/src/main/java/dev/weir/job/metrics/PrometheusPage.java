// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import org.apache.flink.util.NetUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry and the HTTP server from which Prometheus scrapes it. */
record PrometheusPage(PrometheusMeterRegistry registry, HTTPServer server)
    implements MetricsBackend {

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusPage.class);

  /**
   * Starts the server.
   *
   * @param bindAddress address or host name of this machine to listen on
   * @param ports a port, or a range of which the first free one is taken
   * @throws IllegalArgumentException if the address is not one of this machine or no port is free
   */
  static PrometheusPage open(String bindAddress, String ports) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HTTPServer.Builder builder =
        HTTPServer.builder()
            .inetAddress(address(bindAddress))
            .registry(registry.getPrometheusRegistry());
    HTTPServer server = start(builder, bindAddress, ports);
    LOG.info("Metrics for Prometheus: http://{}:{}/metrics", bindAddress, server.getPort());
    return new PrometheusPage(registry, server);
  }

  private static InetAddress address(String bindAddress) {
    try {
      return InetAddress.getByName(bindAddress);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "bind-address must be an address or a host name: bind-address=" + bindAddress, e);
    }
  }

  private static HTTPServer start(HTTPServer.Builder builder, String bindAddress, String ports) {
    Iterator<Integer> candidates = NetUtils.getPortRangeFromString(ports);
    String reason = "";
    while (candidates.hasNext()) {
      try {
        return builder.port(candidates.next()).buildAndStart();
      } catch (BindException e) {
        reason = e.getMessage();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException(
        "no port to serve metrics for Prometheus; widen the range, or bind to an address of this"
            + " machine: port=%s, bind-address=%s, reason=%s"
                .formatted(ports, bindAddress, reason));
  }

  @Override
  public void close() {
    server.close();
    registry.close();
  }
}
