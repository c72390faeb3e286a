// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.event.MetricEvent;
import dev.weir.job.cluster.JobTopics;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.sandbox.process.FlinkProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the shaded jar on a cluster of real processes, submitted over REST; a TaskManager is killed.
 */
@ExtendWith(BrokerExtension.class)
class RealProcessesIT {

  private static final int POINTS = 400;
  private static final int SPIKE = 300;
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  @TempDir Path folder;

  private static Path jar(String property) {
    return Path.of(System.getProperty(property));
  }

  @Test
  void jobJar_whoseTaskManagerIsKilled_publishesEachRecordOnce(EmbeddedBroker broker)
      throws Exception {
    JobTopics topics = JobTopics.create(broker, "processes");
    Path model = RandomModel.write(1, Files.createDirectories(folder.resolve("models")));
    List<MetricEvent> a = TestSeries.spikeAt(SPIKE, POINTS, "host-a/cpu");
    List<MetricEvent> b = TestSeries.spikeAt(SPIKE, POINTS, "host-b/cpu");
    int half = SPIKE + 3;
    try (FlinkProcesses flink = FlinkProcesses.start(folder, jar("weir.reporter.jar"))) {
      FlinkProcesses.Worker first = flink.startWorker("worker-1");
      String job = flink.submit(jar("weir.job.jar"), topics.options(model).toArgs());
      topics.send(a.subList(0, half));
      topics.send(b.subList(0, half));
      await("scores of the first half")
          .atMost(TIMEOUT)
          .untilAsserted(() -> assertThat(topics.committed("scores")).hasSize(2 * half));
      assertThat(total(first, "weir_events_total")).isEqualTo(2 * half);

      topics.send(a.subList(half, POINTS));
      first.kill();
      FlinkProcesses.Worker second = flink.startWorker("worker-2");
      topics.send(b.subList(half, POINTS));
      await("scores of the second half")
          .atMost(TIMEOUT)
          .untilAsserted(() -> assertThat(topics.committed("scores")).hasSize(2 * POINTS));

      assertThat(flink.stateOf(job)).isEqualTo("RUNNING");
      assertThat(flink.checkpointsOf(job)).isPositive();
      assertThat(second.metrics()).anyMatch(line -> line.startsWith("weir_step_nanoseconds{"));
    }
    assertOnce(topics);
  }

  private static double total(FlinkProcesses.Worker worker, String name) throws Exception {
    return worker.metrics().stream()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static void assertOnce(JobTopics topics) {
    assertThat(topics.committedJson("scores"))
        .extracting(score -> score.get("series").asText() + score.get("time").asLong())
        .doesNotHaveDuplicates();
    List<JsonNode> alerts = topics.committedJson("alerts");
    assertThat(alerts)
        .extracting(
            alert ->
                alert.get("id").asText()
                    + alert.get("status").asText()
                    + alert.get("time").asLong())
        .doesNotHaveDuplicates();
    assertThat(alerts)
        .filteredOn(alert -> alert.get("startedAt").asLong() == TestSeries.timeOf(SPIKE))
        .filteredOn(alert -> alert.get("status").asText().equals("opened"))
        .extracting(alert -> alert.get("series").asText())
        .containsExactlyInAnyOrder("host-a/cpu", "host-b/cpu");
  }
}
