package dev.weir.job.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.util.NetUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry and the page from which Prometheus scrapes it. */
final class PrometheusPage implements Backend {

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusPage.class);
  private static final String PATH = "/metrics";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(PrometheusPage::daemon);
  private final HttpServer server;

  private PrometheusPage(HttpServer server) {
    this.server = server;
  }

  /**
   * @param ports a port, or a range of which the first free one is taken
   */
  static PrometheusPage open(String ports) {
    PrometheusPage page = new PrometheusPage(bind(ports));
    page.server.createContext(PATH, page::answer);
    page.server.setExecutor(page.executor);
    page.server.start();
    LOG.info("Metrics for Prometheus: http://localhost:{}{}", page.port(), PATH);
    return page;
  }

  private static HttpServer bind(String ports) {
    Iterator<Integer> candidates = NetUtils.getPortRangeFromString(ports);
    while (candidates.hasNext()) {
      try {
        return HttpServer.create(new InetSocketAddress(candidates.next()), 0);
      } catch (BindException e) {
        LOG.debug("Port is taken, trying the next one", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException(
        "no port is free for Prometheus; widen the range: port=" + ports);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "weir-prometheus");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    registry.scrape(body, TEXT);
    exchange.getResponseHeaders().set("Content-Type", TEXT);
    exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.size());
    body.writeTo(exchange.getResponseBody());
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public MeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
    registry.close();
  }
}
