// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.weir.sandbox.process.FreePort;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.MetricRegistryTestUtils;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.metrics.ReporterSetupBuilder;
import org.apache.flink.runtime.metrics.filter.DefaultReporterFilters;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrometerReporterTest {

  private static final String PREFIX = "metrics.reporter.weir.";
  private static final String OPERATOR_TAGS =
      "{host=\"host-1\",job_name=\"weir\",operator_name=\"detect\",subtask_index=\"0\","
          + "task_name=\"detect -> Sink: alerts\",tm_id=\"tm-1\"}";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;
  private MetricRegistryImpl registry;
  private TaskManagerMetricGroup worker;

  /** A worker's metrics, reported as configured; found by the factory's name as on a cluster. */
  private void report(String... options) {
    Configuration configuration = new Configuration();
    configuration.setString(PREFIX + "factory.class", MicrometerReporterFactory.class.getName());
    for (int i = 0; i < options.length; i += 2) {
      configuration.setString(PREFIX + options[i], options[i + 1]);
    }
    List<ReporterSetup> setups =
        ReporterSetupBuilder.METRIC_SETUP_BUILDER.fromConfiguration(
            configuration, DefaultReporterFilters::metricsFromConfiguration, null);
    registry =
        new MetricRegistryImpl(
            MetricRegistryTestUtils.defaultMetricRegistryConfiguration(), setups);
    worker =
        TaskManagerMetricGroup.createTaskManagerMetricGroup(
            registry, "host-1", new ResourceID("tm-1"));
  }

  private void reportToPrometheus() throws IOException {
    port = FreePort.pick();
    report("registry", "prometheus", "port", Integer.toString(port));
  }

  private TaskMetricGroup attempt() {
    return worker
        .addJob(new JobID(), "weir")
        .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "detect -> Sink: alerts");
  }

  private static MetricGroup operator(TaskMetricGroup task) {
    return task.getOrAddOperator("detect");
  }

  private static MetricGroup own(TaskMetricGroup task) {
    return operator(task).addGroup(JobMetrics.GROUP);
  }

  private List<String> page() throws Exception {
    return page(port);
  }

  private List<String> page(int from) throws Exception {
    URI uri = URI.create("http://localhost:" + from + "/metrics");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    return http.send(request, BodyHandlers.ofLines()).body().toList();
  }

  @AfterEach
  void close() {
    if (registry != null) {
      registry.closeAsync().join();
    }
  }

  @Test
  void counter_ofTheJob_isNamedWeirAndTaggedByScope() throws Exception {
    reportToPrometheus();
    Counter events = own(attempt()).counter(JobMetrics.EVENTS);
    events.inc(7);

    assertThat(page()).contains("weir_events_total" + OPERATOR_TAGS + " 7.0");
    events.inc();
    assertThat(page()).contains("weir_events_total" + OPERATOR_TAGS + " 8.0");
  }

  @Test
  void metric_ofFlink_isNamedByItsLogicalScope() throws Exception {
    reportToPrometheus();
    operator(attempt()).gauge("lag", (Gauge<Long>) () -> 12L);

    assertThat(page())
        .contains("flink_taskmanager_job_task_operator_lag" + OPERATOR_TAGS + " 12.0");
  }

  @Test
  void gauge_thatIsNoNumber_isLeftOut() throws Exception {
    reportToPrometheus();
    MetricGroup group = own(attempt());
    group.gauge("text", (Gauge<String>) () -> "on");
    group.gauge("flag", (Gauge<Boolean>) () -> true);

    assertThat(page())
        .contains("weir_flag" + OPERATOR_TAGS + " 1.0")
        .noneMatch(line -> line.contains("weir_text"));
  }

  @Test
  void meter_isAGaugeOfItsRateAndACount() throws Exception {
    reportToPrometheus();
    own(attempt()).meter("rate", new MeterView(60)).markEvent(3);

    assertThat(page())
        .contains("weir_rate_count_total" + OPERATOR_TAGS + " 3.0")
        .anyMatch(line -> line.startsWith("weir_rate{"));
  }

  @Test
  void histogram_isGaugesOfQuantilesAndACount() throws Exception {
    reportToPrometheus();
    Histogram step =
        own(attempt())
            .histogram(JobMetrics.STEP_NANOSECONDS, new DescriptiveStatisticsHistogram(100));
    for (int i = 1; i <= 100; i++) {
      step.update(i);
    }

    assertThat(page())
        .contains("weir_step_nanoseconds_count_total" + OPERATOR_TAGS + " 100.0")
        .contains("weir_step_nanoseconds_max" + OPERATOR_TAGS + " 100.0")
        .anyMatch(line -> line.matches("weir_step_nanoseconds\\{.*quantile=\"0.5\".*} 50.5"));
  }

  @Test
  void metric_ofAClosedTask_disappears() throws Exception {
    reportToPrometheus();
    TaskMetricGroup task = attempt();
    own(task).counter(JobMetrics.EVENTS).inc();
    task.close();

    assertThat(page()).noneMatch(line -> line.contains("weir_events"));
  }

  @Test
  void metric_ofTheNextAttempt_outlivesTheLastOne() throws Exception {
    reportToPrometheus();
    TaskMetricGroup first = attempt();
    TaskMetricGroup second = attempt();
    own(first).counter(JobMetrics.EVENTS).inc(3);
    own(second).counter(JobMetrics.EVENTS).inc(4);
    assertThat(page()).contains("weir_events_total" + OPERATOR_TAGS + " 7.0");

    first.close();
    assertThat(page()).contains("weir_events_total" + OPERATOR_TAGS + " 4.0");
  }

  @Test
  void port_thatIsTaken_isPassedOver() throws Exception {
    int first = FreePort.pick();
    try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      report("registry", "prometheus", "port", first + "-" + (first + 20));
      own(attempt()).counter(JobMetrics.EVENTS).inc();
      assertThat(taken.isBound()).isTrue();

      PrometheusPageSearch search = new PrometheusPageSearch(first + 1, first + 20);
      assertThat(page(search.find())).anyMatch(line -> line.startsWith("weir_events_total"));
    }
  }

  /** The first port of a range that serves our page. */
  private final class PrometheusPageSearch {

    private final int first;
    private final int last;

    PrometheusPageSearch(int first, int last) {
      this.first = first;
      this.last = last;
    }

    int find() {
      for (int candidate = first; candidate <= last; candidate++) {
        if (serves(candidate)) {
          return candidate;
        }
      }
      throw new AssertionError("no page between " + first + " and " + last);
    }

    private boolean serves(int candidate) {
      try {
        return page(candidate).stream().anyMatch(line -> line.startsWith("weir_"));
      } catch (Exception e) {
        return false;
      }
    }
  }

  @Test
  void page_whileOtherRequestsAreHalfSent_answers() throws Exception {
    reportToPrometheus();
    own(attempt()).counter(JobMetrics.EVENTS).inc();
    try (Socket first = halfSent();
        Socket second = halfSent()) {
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);
      assertThat(page()).anyMatch(line -> line.startsWith("weir_events_total"));
    }
  }

  private Socket halfSent() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: loc".getBytes(US_ASCII));
    return socket;
  }

  @Test
  void page_byDefault_isReachableFromThisMachineOnly() throws Exception {
    reportToPrometheus();
    own(attempt()).counter(JobMetrics.EVENTS).inc();

    assertThat(page()).isNotEmpty();
    assertThat(networkAddresses())
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThatThrownBy(() -> new Socket(address, port).close())
                    .isInstanceOf(ConnectException.class));
  }

  @Test
  void page_boundToAllAddresses_isReachableFromOthers() throws Exception {
    port = FreePort.pick();
    report("port", Integer.toString(port), "bind-address", "0.0.0.0");
    own(attempt()).counter(JobMetrics.EVENTS).inc();

    for (InetAddress address : networkAddresses()) {
      new Socket(address, port).close();
    }
    assertThat(page()).isNotEmpty();
  }

  /** The addresses by which other machines reach this one. */
  private static List<InetAddress> networkAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .toList();
  }

  @Test
  void page_withoutAFreePort_isRefusedWithAddressAndPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String ports = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(() -> PrometheusPage.open("localhost", ports))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("bind-address=localhost")
          .hasMessageContaining("port=" + ports)
          .hasMessageContaining("in use");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.1", "no such host"})
  void page_atAnAddressOfNoInterface_isRefusedWithTheAddress(String address) {
    assertThatThrownBy(() -> PrometheusPage.open(address, "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bind-address=" + address);
  }

  @Test
  void registryOtlp_pushesToTheCollector() throws Exception {
    Set<String> received = ConcurrentHashMap.newKeySet();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/metrics",
        exchange -> {
          ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody())
              .getResourceMetricsList()
              .forEach(
                  resource ->
                      resource
                          .getScopeMetrics(0)
                          .getMetricsList()
                          .forEach(metric -> received.add(metric.getName())));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try {
      String url = "http://localhost:" + collector.getAddress().getPort() + "/v1/metrics";
      report("registry", "otlp", "url", url, "step", "200ms");
      own(attempt()).counter(JobMetrics.EVENTS).inc();

      await().untilAsserted(() -> assertThat(received).contains("weir.events"));
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void registryGlobal_isTheProgramsOwnAndLeftClean() {
    SimpleMeterRegistry program = new SimpleMeterRegistry();
    Metrics.addRegistry(program);
    try {
      report("registry", "global");
      own(attempt()).counter(JobMetrics.EVENTS).inc(5);
      assertThat(
              program.get("weir.events").tag("operator_name", "detect").functionCounter().count())
          .isEqualTo(5);

      registry.closeAsync().join();
      assertThat(program.find("weir.events").meters()).isEmpty();
    } finally {
      Metrics.removeRegistry(program);
    }
  }

  @Test
  void registry_thatIsUnknown_isRefusedByFlinkAtTheStart() {
    report("registry", "graphite");

    assertThat(registry.getNumberReporters()).isZero();
  }
}
