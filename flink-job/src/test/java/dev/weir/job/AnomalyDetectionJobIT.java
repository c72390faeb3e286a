// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static dev.weir.job.TestSeries.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.job.cluster.JobTopics;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.metrics.MicrometerReporterFactory;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import dev.weir.sandbox.model.RandomModel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole job on a MiniCluster with a real broker. */
@ExtendWith(BrokerExtension.class)
class AnomalyDetectionJobIT {

  private static final int POINTS = 400;
  private static final int SERIES = 4;
  private static final int WARM_UP = 50;
  private static final int DUPLICATES = 3;
  private static final int LATE = 2;
  private static final int MALFORMED = 3;
  private static final int SCORED = SERIES * (POINTS - WARM_UP);
  private static final int EVENTS = SERIES * POINTS + DUPLICATES + LATE + MALFORMED;

  /** Fits into a record of a producer with default options, but has no room for more headers. */
  private static final int LARGEST_VALUE = 1_048_400;

  private static final long YEAR_2100 = 4_102_444_800_000L;

  @TempDir Path folder;

  private static void sendEveryKind(JobTopics topics) {
    for (int i = 0; i < SERIES; i++) {
      topics.send(TestSeries.spikeAt(300, POINTS, "host-" + i + "/cpu"));
    }
    for (int i = 0; i < DUPLICATES; i++) {
      topics.send(List.of(event("host-0/cpu", POINTS - 1, i)));
    }
    for (int i = 0; i < LATE; i++) {
      topics.send(List.of(event("host-1/cpu", i, 5)));
    }
    topics.send("host-2/cpu", "not an event");
    topics.send("host-2/cpu", "{\"series\":\"host-2/cpu\",\"time\":1,\"values\":[1,2]}");
    topics.send("host-2/cpu", null);
  }

  private JobOptions options(JobTopics topics) throws Exception {
    return topics.options(RandomModel.write(1, folder)).with(JobOptions.WARM_UP_POINTS, WARM_UP);
  }

  private static StreamExecutionEnvironment local(Configuration configuration) {
    configuration.set(RestOptions.BIND_PORT, "0");
    return StreamExecutionEnvironment.createLocalEnvironment(configuration);
  }

  private static StreamExecutionEnvironment local(String stateBackend) {
    Configuration configuration = new Configuration();
    configuration.setString("state.backend.type", stateBackend);
    return local(configuration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void boundedRun_overEveryKindOfEvent_countsAndPublishesEachOnce(
      String backend, EmbeddedBroker broker) throws Exception {
    JobTopics topics = JobTopics.create(broker, "bounded-" + backend);
    sendEveryKind(topics);
    StreamExecutionEnvironment environment = local(backend);
    AnomalyDetectionTopology.of(options(topics).with(JobOptions.STOP_AT, "latest"))
        .addTo(environment);

    JobExecutionResult result = environment.execute();

    assertThat(totals(result))
        .containsEntry(JobMetrics.EVENTS, (long) EVENTS)
        .containsEntry(JobMetrics.WARMING_UP, (long) SERIES * WARM_UP)
        .containsEntry(JobMetrics.SCORED, (long) SCORED)
        .containsEntry(JobMetrics.DUPLICATE, (long) DUPLICATES)
        .containsEntry(JobMetrics.LATE, (long) LATE)
        .containsEntry(JobMetrics.MALFORMED, (long) MALFORMED);
    assertScores(topics.committedJson("scores"));
    assertAlerts(topics.committedJson("alerts"), totals(result));
    assertThat(topics.committedJson("late"))
        .hasSize(LATE)
        .allSatisfy(late -> assertThat(late.get("series").asText()).isEqualTo("host-1/cpu"));
    assertDeadLetters(topics.committed("dead"));
  }

  @Test
  void boundedRun_overAnAbortedTransaction_readsCommittedRecordsOnly(EmbeddedBroker broker)
      throws Exception {
    JobTopics topics = JobTopics.create(broker, "aborted");
    topics.sendAborted(TestSeries.spikeAt(300, POINTS, "aborted/cpu"));
    topics.send(TestSeries.spikeAt(300, POINTS, "committed/cpu"));
    topics.sendAborted(TestSeries.spikeAt(300, POINTS, "aborted/cpu"));
    StreamExecutionEnvironment environment = local("hashmap");
    AnomalyDetectionTopology.of(options(topics).with(JobOptions.STOP_AT, "latest"))
        .addTo(environment);

    JobExecutionResult result = environment.execute();

    assertThat(totals(result)).containsEntry(JobMetrics.EVENTS, (long) POINTS);
    assertThat(topics.committedJson("scores"))
        .hasSize(POINTS)
        .allSatisfy(score -> assertThat(score.get("series").asText()).isEqualTo("committed/cpu"));
  }

  private static Map<String, Long> totals(JobExecutionResult result) {
    return result.getAllAccumulatorResults().entrySet().stream()
        .collect(
            Collectors.toMap(
                total -> total.getKey().substring(JobMetrics.GROUP.length() + 1),
                total -> (Long) total.getValue()));
  }

  private static void assertScores(List<JsonNode> scores) {
    assertThat(scores).hasSize(SERIES * POINTS);
    assertThat(scores)
        .extracting(score -> score.get("series").asText() + score.get("time").asLong())
        .doesNotHaveDuplicates();
  }

  private static void assertAlerts(List<JsonNode> alerts, Map<String, Long> totals) {
    Map<String, Long> byStatus =
        alerts.stream()
            .collect(
                Collectors.groupingBy(
                    alert -> "alerts_" + alert.get("status").asText(), Collectors.counting()));
    assertThat(totals).containsAllEntriesOf(byStatus);
    assertThat(alerts)
        .filteredOn(alert -> alert.get("status").asText().equals("opened"))
        .filteredOn(alert -> alert.get("startedAt").asLong() == TestSeries.timeOf(300))
        .extracting(alert -> alert.get("series").asText())
        .containsExactlyInAnyOrder("host-0/cpu", "host-1/cpu", "host-2/cpu", "host-3/cpu");
  }

  private static void assertDeadLetters(List<ConsumerRecord<byte[], byte[]>> letters) {
    assertThat(letters).hasSize(MALFORMED);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.key()).asString().isEqualTo("host-2/cpu");
              assertThat(header(letter, "stage")).isEqualTo("VALUE_CONVERTER");
              assertThat(header(letter, "topic")).endsWith("-metrics");
            });
    assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isNull());
    assertThat(letters)
        .anySatisfy(letter -> assertThat(letter.value()).asString().isEqualTo("not an event"));
    assertThat(letters)
        .anySatisfy(
            letter ->
                assertThat(header(letter, "exception.message")).contains("expected=1", "found=2"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    byte[] value = letter.headers().lastHeader("__connect.errors." + name).value();
    return new String(value, StandardCharsets.UTF_8);
  }

  @Test
  void runningJob_overEveryKindOfEvent_reportsCountersThatAddUp(EmbeddedBroker broker)
      throws Exception {
    JobTopics topics = JobTopics.create(broker, "running");
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Metrics.addRegistry(registry);
    Configuration configuration = new Configuration();
    configuration.setString(
        "metrics.reporter.weir.factory.class", MicrometerReporterFactory.class.getName());
    configuration.setString("metrics.reporter.weir.registry", "global");
    StreamExecutionEnvironment environment = local(configuration);
    AnomalyDetectionTopology.of(options(topics)).addTo(environment);
    JobClient job = environment.executeAsync();
    try {
      sendEveryKind(topics);

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(count(registry, JobMetrics.EVENTS)).isEqualTo(EVENTS);
                assertThat(
                        Stream.of(
                                JobMetrics.SCORED,
                                JobMetrics.WARMING_UP,
                                JobMetrics.DUPLICATE,
                                JobMetrics.LATE,
                                JobMetrics.MALFORMED)
                            .mapToLong(name -> count(registry, name))
                            .sum())
                    .isEqualTo(EVENTS);
              });
      assertThat(count(registry, JobMetrics.MALFORMED)).isEqualTo(MALFORMED);
      assertThat(count(registry, JobMetrics.SCORED)).isEqualTo(SCORED);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(topics.committedJson("alerts")).isNotEmpty());
    } finally {
      job.cancel().get();
      Metrics.removeRegistry(registry);
    }
  }

  @Test
  void runningJob_overRecordsThatCannotBeCopiedAsTheyAre_continues(EmbeddedBroker broker)
      throws Exception {
    JobTopics topics = JobTopics.create(broker, "extreme");
    topics.send(System.currentTimeMillis(), "x".repeat(LARGEST_VALUE));
    topics.send(YEAR_2100, "of the year 2100");
    StreamExecutionEnvironment environment = local("hashmap");
    AnomalyDetectionTopology.of(options(topics)).addTo(environment);
    JobClient job = environment.executeAsync();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertExtremeLetters(topics.committed("dead")));
      topics.send(TestSeries.spikeAt(300, POINTS, "host-0/cpu"));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(topics.committedJson("scores")).hasSize(POINTS));
      assertExtremeLetters(topics.committed("dead"));
    } finally {
      job.cancel().get();
    }
  }

  private static void assertExtremeLetters(List<ConsumerRecord<byte[], byte[]>> letters) {
    assertThat(letters).hasSize(2);
    assertThat(letters)
        .anySatisfy(
            letter -> {
              assertThat(letter.value()).hasSizeBetween(LARGEST_VALUE - 2000, LARGEST_VALUE - 1);
              assertThat(letter.headers().lastHeader("__weir.original.value.bytes").value())
                  .asString()
                  .isEqualTo("" + LARGEST_VALUE);
            })
        .anySatisfy(
            letter -> {
              assertThat(letter.value()).asString().isEqualTo("of the year 2100");
              assertThat(letter.timestamp()).isLessThan(YEAR_2100);
              assertThat(letter.headers().lastHeader("__weir.original.timestamp").value())
                  .asString()
                  .isEqualTo("" + YEAR_2100);
            });
  }

  private static long count(SimpleMeterRegistry registry, String name) {
    return (long)
        registry.find("weir." + name).functionCounters().stream()
            .mapToDouble(FunctionCounter::count)
            .sum();
  }
}
