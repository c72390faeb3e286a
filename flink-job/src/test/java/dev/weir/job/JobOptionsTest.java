// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.detect.DetectorConfig;
import dev.weir.event.EventFormat;
import dev.weir.job.source.StartAt;
import dev.weir.job.source.StopAt;
import dev.weir.series.DuplicatePolicy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsTest {

  @Test
  void options_allOfThem_haveTheseNamesAndDefaults() {
    assertThat(JobOptions.ALL.stream().map(JobOptionsTest::nameAndDefault))
        .containsExactly(
            "model",
            "brokers=localhost:9092",
            "input-topics=metrics",
            "format=JSON",
            "group-id=weir",
            "start-at=COMMITTED",
            "stop-at=never",
            "alerts-topic=weir-alerts",
            "scores-topic",
            "dead-letter-topic=weir-dead-letters",
            "late-topic=weir-late",
            "transactional-id-prefix=weir",
            "duplicates=first",
            "reorder=PT0S",
            "out-of-orderness=PT10S",
            "idleness=PT30S",
            "alerts-per-day=" + DetectorConfig.DEFAULT.budget().alertsPerDay(),
            "warm-up-points=" + DetectorConfig.DEFAULT.warmUpPoints(),
            "quiet-points=" + DetectorConfig.DEFAULT.quietPoints(),
            "heap-cache-series=100000",
            "checkpoint-interval=PT10S",
            "parallelism",
            "max-parallelism=1024",
            "job-name=weir");
  }

  private static String nameAndDefault(ConfigOption<?> option) {
    return option.hasDefaultValue() ? option.key() + "=" + option.defaultValue() : option.key();
  }

  @Test
  void heapCacheSeries_belowZero_isRejectedWithItsValue() {
    assertThatThrownBy(() -> JobOptions.DEFAULT.with(JobOptions.HEAP_CACHE_SERIES, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heap-cache-series=-1");
  }

  @Test
  void options_allOfThem_areDescribedInTheHelp() {
    assertThat(JobOptions.ALL)
        .allSatisfy(
            option ->
                assertThat(new HtmlFormatter().format(option.description())).hasSizeGreaterThan(8));
    assertThat(JobHelp.lines()).hasSize(JobOptions.ALL.size() + 2);
  }

  @Test
  void args_inAnyCaseAndUnit_areRead() {
    JobOptions options =
        JobOptions.of(
            "--format",
            "csv",
            "--duplicates",
            "keep",
            "--start-at",
            "earliest",
            "--checkpoint-interval",
            "500ms",
            "--parallelism",
            "3",
            "--reorder",
            "2 min");

    assertThat(options.get(JobOptions.FORMAT)).isEqualTo(EventFormat.CSV);
    assertThat(options.get(JobOptions.DUPLICATES)).isEqualTo(DuplicatePolicy.KEEP);
    assertThat(options.get(JobOptions.START_AT)).isEqualTo(StartAt.EARLIEST);
    assertThat(options.get(JobOptions.CHECKPOINT_INTERVAL)).isEqualTo(Duration.ofMillis(500));
    assertThat(options.get(JobOptions.REORDER)).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.find(JobOptions.PARALLELISM)).contains(3);
    assertThat(options.find(JobOptions.SCORES_TOPIC)).isEmpty();
  }

  @Test
  void args_writtenAndReadAgain_areEqual() {
    JobOptions options =
        JobOptions.DEFAULT
            .with(JobOptions.MODEL, "s3://models/weir")
            .with(JobOptions.REORDER, Duration.ofSeconds(90))
            .with(JobOptions.DUPLICATES, DuplicatePolicy.MEAN)
            .with(JobOptions.ALERTS_PER_DAY, 0.25);

    assertThat(JobOptions.of(options.toArgs().toArray(String[]::new))).isEqualTo(options);
    assertThat(options.get(JobOptions.REORDER)).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void groupAndTransactions_byDefault_areNamedAfterTheJob() {
    JobOptions named = JobOptions.of("--job-name", "weir-eu");

    assertThat(named.get(JobOptions.GROUP_ID)).isEqualTo("weir-eu");
    assertThat(named.get(JobOptions.TRANSACTIONAL_ID_PREFIX)).isEqualTo("weir-eu");
  }

  @Test
  void groupAndTransactions_given_overrideTheNameOfTheJob() {
    JobOptions named =
        JobOptions.of(
            "--job-name", "weir-eu", "--group-id", "g", "--transactional-id-prefix", "t");

    assertThat(named.get(JobOptions.GROUP_ID)).isEqualTo("g");
    assertThat(named.get(JobOptions.TRANSACTIONAL_ID_PREFIX)).isEqualTo("t");
    assertThat(named.get(JobOptions.JOB_NAME)).isEqualTo("weir-eu");
  }

  @Test
  void kafkaProperties_losePrefixOnly() {
    JobOptions options = JobOptions.of("--kafka.security.protocol", "SSL");

    assertThat(options.kafkaProperties()).isEqualTo(Map.of("security.protocol", "SSL"));
  }

  @Test
  void args_thatAreWrong_areRefusedByName() {
    assertThatThrownBy(() -> JobOptions.of("--alert-topic", "x"))
        .hasMessageContaining("found=--alert-topic")
        .hasMessageContaining("--alerts-topic");
    assertThatThrownBy(() -> JobOptions.of("brokers", "x"))
        .hasMessageContaining("'brokers'")
        .hasMessageContaining("prefix keys with --");
    assertThatThrownBy(() -> JobOptions.of("--duplicates", "newest"))
        .hasMessageContaining("duplicates");
    assertThatThrownBy(() -> JobOptions.of("--stop-at", "noon")).hasMessageContaining("found=noon");
    assertThatThrownBy(() -> JobOptions.of("--checkpoint-interval", "20 min"))
        .hasMessageContaining("checkpoint-interval=1200000ms")
        .hasMessageContaining("600000ms");
  }

  @Test
  void args_withoutAValue_areRefusedByName() {
    assertThatThrownBy(() -> JobOptions.of("--brokers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option=--brokers");
    assertThatThrownBy(() -> JobOptions.of("--brokers", "--model", "default"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option=--brokers");
  }

  @Test
  void args_negativeNumber_isAValue() {
    assertThatThrownBy(() -> JobOptions.of("--heap-cache-series", "-1"))
        .hasMessageContaining("heap-cache-series=-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--model default --help"})
  void args_withHelp_printTheOptionsAndRunNothing(String args) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      WeirJob.main(args.split(" "));
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(JobHelp.lines());
  }

  @Test
  void stopAt_offsets_areReadPerPartition() {
    assertThat(StopAt.parse("cpu-load-0:12,cpu-load-1:7"))
        .isEqualTo(
            new StopAt.Offsets(
                Map.of(
                    new TopicPartition("cpu-load", 0), 12L,
                    new TopicPartition("cpu-load", 1), 7L)));
    assertThat(List.of("never", "latest"))
        .extracting(text -> StopAt.parse(text).initializer().isPresent())
        .containsExactly(false, true);
  }
}
