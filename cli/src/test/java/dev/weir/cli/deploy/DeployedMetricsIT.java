// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.cli.cluster.LocalJob;
import dev.weir.cli.replay.EventProducer;
import dev.weir.cli.topic.Topics;
import dev.weir.event.MetricEvent;
import dev.weir.job.JobOptions;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.sandbox.process.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the metrics named in dashboard, alert rules and documents with those that Prometheus
 * scrapes from a running job.
 */
class DeployedMetricsIT {

  private static final int EVENTS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Compose compose = new Compose();

  @TempDir private Path folder;

  @Test
  void namedMetrics_areScrapedFromARunningJob() throws IOException {
    int port = FreePort.pick();
    Set<String> expected =
        MetricNames.mentioned().stream()
            .filter(name -> !MetricNames.training().contains(name))
            .collect(Collectors.toSet());
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      createTopics(broker);
      send(broker);
      LocalJob job = LocalJob.start(options(broker), folder.resolve("state"), flink(port));
      try {
        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(MetricNames.names(page(port))).containsAll(expected));
        await().untilAsserted(() -> assertThat(total(page(port), "weir_events")).isEqualTo(EVENTS));
        await().untilAsserted(() -> assertThat(outcomes(page(port))).isEqualTo(EVENTS));
      } finally {
        job.close();
      }
    }
  }

  private void createTopics(EmbeddedBroker broker) throws IOException {
    try (Topics topics = new Topics(broker.address())) {
      topics.create(Arrays.asList(compose.environment("topics-init", "TOPICS").split(" ")), 2);
    }
  }

  private void send(EmbeddedBroker broker) throws IOException {
    try (EventProducer producer =
        new EventProducer(broker.address(), JobOptions.INPUT_TOPICS.defaultValue())) {
      for (int i = 0; i < EVENTS; i++) {
        producer.send(new MetricEvent("host-" + i % 3, i / 3 * 60_000L, new double[] {i % 7}));
      }
      producer.flush();
    }
  }

  private JobOptions options(EmbeddedBroker broker) throws IOException {
    return JobOptions.DEFAULT
        .with(JobOptions.BROKERS, broker.address())
        .with(JobOptions.MODEL, RandomModel.write(1, folder).toString())
        .with(JobOptions.CHECKPOINT_INTERVAL, Duration.ofSeconds(1))
        .with(JobOptions.PARALLELISM, 2);
  }

  /** Returns the reporter options of the compose file with a free port. */
  private Map<String, String> flink(int port) {
    Map<String, String> reporter =
        compose.flinkProperties("taskmanager").entrySet().stream()
            .filter(property -> property.getKey().startsWith("metrics.reporter."))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    reporter.put("metrics.reporter.weir.port", String.valueOf(port));
    return reporter;
  }

  private String page(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/metrics");
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static double total(String page, String counter) {
    return page.lines()
        .filter(line -> line.startsWith(counter + "_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static double outcomes(String page) {
    return total(page, "weir_scored")
        + total(page, "weir_warming_up")
        + total(page, "weir_duplicate")
        + total(page, "weir_late")
        + total(page, "weir_malformed");
  }
}
