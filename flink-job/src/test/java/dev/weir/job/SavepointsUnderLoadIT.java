// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static dev.weir.job.TestSeries.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.event.MetricEvent;
import dev.weir.job.cluster.JobTopics;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.metrics.MicrometerReporterFactory;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import dev.weir.sandbox.model.RandomModel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes canonical savepoints at random moments of a job under load, restores each, and compares the
 * scores with those of a job without savepoints.
 *
 * <p>{@code -Dweir.savepoints=N} sets their number, {@code -Dweir.seed=N} the moments.
 */
@ExtendWith(BrokerExtension.class)
class SavepointsUnderLoadIT {

  private static final int SAVEPOINTS = Integer.getInteger("weir.savepoints", 3);
  private static final int SERIES = 500;
  private static final int POINTS_PER_SAVEPOINT = 60;
  private static final int EVENTS_PER_SAVEPOINT = SERIES * POINTS_PER_SAVEPOINT;
  private static final Duration NO_CHECKPOINTS = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final long seed = Long.getLong("weir.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path folder;

  @Test
  void scores_ofAJobRestoredFromSavepoints_areThoseOfAnUndisturbedJob(EmbeddedBroker broker)
      throws Exception {
    Path model = RandomModel.write(1, folder);
    JobTopics disturbed = JobTopics.create(broker, "disturbed");
    String savepoint = null;
    for (int number = 0; number < SAVEPOINTS; number++) {
      JobOptions options =
          disturbed.options(model).with(JobOptions.CHECKPOINT_INTERVAL, NO_CHECKPOINTS);
      savepoint = savepointUnderLoad(options, savepoint, disturbed, number);
    }
    JobOptions options = disturbed.options(model);
    runUntilAllAreScored(options, savepoint, disturbed);

    JobTopics undisturbed = JobTopics.create(broker, "undisturbed");
    for (int number = 0; number < SAVEPOINTS; number++) {
      undisturbed.send(events(number));
    }
    runUntilAllAreScored(undisturbed.options(model), null, undisturbed);

    assertThat(records(disturbed, "scores"))
        .as("seed=%d", seed)
        .isEqualTo(records(undisturbed, "scores"));
    assertThat(records(disturbed, "alerts"))
        .as("seed=%d", seed)
        .isNotEmpty()
        .isEqualTo(records(undisturbed, "alerts"));
  }

  /** The next points of all series, with a spike in some of them. */
  private static List<MetricEvent> events(int number) {
    List<MetricEvent> events = new ArrayList<>(EVENTS_PER_SAVEPOINT);
    for (int i = 0; i < EVENTS_PER_SAVEPOINT; i++) {
      int series = i % SERIES;
      int point = number * POINTS_PER_SAVEPOINT + i / SERIES;
      double value = point % 83 == 82 && series % 7 == 0 ? 1_000 : (point * 31 + series) % 10;
      events.add(event("host-" + series, point, value));
    }
    return events;
  }

  /** Returns the savepoint's path. The job processes all events before it is cancelled. */
  private String savepointUnderLoad(
      JobOptions options, @Nullable String from, JobTopics topics, int number) throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Metrics.addRegistry(registry);
    JobClient job = start(options, from);
    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> topics.send(events(number)));
    try {
      awaitEvents(registry, 1 + random.nextInt(EVENTS_PER_SAVEPOINT / 2));
      String path = savepoint(job);
      sent.get();
      awaitEvents(registry, EVENTS_PER_SAVEPOINT);
      return path;
    } finally {
      job.cancel().get();
      Metrics.removeRegistry(registry);
    }
  }

  /** Flink refuses a savepoint until all tasks run. */
  private String savepoint(JobClient job) {
    return await("savepoint")
        .ignoreExceptions()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> job.triggerSavepoint(folder.toString(), SavepointFormatType.CANONICAL).get(),
            path -> true);
  }

  private static JobClient start(JobOptions options, @Nullable String from) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.setString("state.backend.type", "hashmap");
    configuration.setString(
        "metrics.reporter.weir.factory.class", MicrometerReporterFactory.class.getName());
    configuration.setString("metrics.reporter.weir.registry", "global");
    if (from != null) {
      configuration.setString("execution.state-recovery.path", from);
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(configuration);
    AnomalyDetectionTopology.of(options).addTo(environment);
    return environment.executeAsync();
  }

  private static void awaitEvents(SimpleMeterRegistry registry, long count) {
    await("events=" + count)
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> events(registry) >= count);
  }

  private static double events(SimpleMeterRegistry registry) {
    return registry.find("weir." + JobMetrics.EVENTS).functionCounters().stream()
        .mapToDouble(FunctionCounter::count)
        .sum();
  }

  private void runUntilAllAreScored(JobOptions options, @Nullable String from, JobTopics topics)
      throws Exception {
    JobClient job = start(options, from);
    await("scores of all events")
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> topics.committed("scores").size() >= SAVEPOINTS * EVENTS_PER_SAVEPOINT);
    job.stopWithSavepoint(false, folder.toString(), SavepointFormatType.NATIVE).get();
  }

  private static List<String> records(JobTopics topics, String topic) {
    Stream<JsonNode> records = topics.committedJson(topic).stream();
    return records.map(JsonNode::toString).sorted().toList();
  }
}
